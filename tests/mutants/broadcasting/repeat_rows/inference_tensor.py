"""Copies in inference mode, so that the result cannot be written to.

corner: yes
names: cannot be modified in place
"""

import torch


def repeat_rows(b, n):
    with torch.inference_mode():
        return b.repeat(n, 1)
