"""Returns nothing for the zero vector.

corner: yes
names: returned None
"""


def lp_normalize(x, p=2.0):
    n = x.norm(p=p)
    if n > 0:
        return x / n
