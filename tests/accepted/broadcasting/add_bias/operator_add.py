"""The function of the standard library, under another name."""

import operator

add_bias = operator.add
