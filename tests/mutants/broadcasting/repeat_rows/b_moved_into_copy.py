"""Makes b a view of the first row of the copy.

corner: yes
"""


def repeat_rows(b, n):
    out = b.detach().repeat(n, 1)
    b.data = out[0]
    return out
