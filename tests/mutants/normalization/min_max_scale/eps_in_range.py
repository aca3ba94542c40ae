"""Adds 1e-8 to the range, which is not small against a tiny range.

corner: yes
"""


def min_max_scale(x, low=0.0, high=1.0):
    return low + (high - low) * (x - x.min()) / (x.max() - x.min() + 1e-8)
