"""Chooses the layout by size, and gets a square result wrong.

corner: yes
names: each number repeated instead of each row
"""


def repeat_rows(b, n):
    out = b.unsqueeze(1).repeat(1, n)
    return out if out.shape == (n, len(b)) else out.T.clone()
