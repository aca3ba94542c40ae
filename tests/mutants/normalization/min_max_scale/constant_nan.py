"""Divides zero by zero for a constant vector.

corner: yes
names: contains NaN
"""


def min_max_scale(x, low=0.0, high=1.0):
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())
