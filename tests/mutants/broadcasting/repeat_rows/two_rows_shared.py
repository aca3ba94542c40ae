"""Lets the first two rows share their memory where there are just two.

corner: yes
names: rows that share their memory
"""


def repeat_rows(b, n):
    rows = 1 if n == 2 else n
    return b.detach().repeat(rows, 1).expand(n, -1)
