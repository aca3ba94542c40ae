"""Forgets absolute values unless p is 1.

corner: yes
"""


def lp_normalize(x, p=2.0):
    powers = x.abs() if p == 1 else x**p
    norm = powers.sum() ** (1 / p)
    return x / norm if norm != 0 else x.clone()
