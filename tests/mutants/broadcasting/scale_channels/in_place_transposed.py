"""Multiplies in place on a transposed view, taken for a copy.

corner: yes
names: changed its input in place
"""


def scale_channels(X, gains):
    swapped = X.transpose(1, 2)
    swapped *= gains
    return swapped.transpose(1, 2)
