"""Takes the square root for p other than 1.

corner: yes
names: the square root for every p
"""


def lp_normalize(x, p=2.0):
    total = (x.abs() ** p).sum()
    norm = total if p == 1 else total.sqrt()
    return x / norm if norm > 0 else x.clone()
