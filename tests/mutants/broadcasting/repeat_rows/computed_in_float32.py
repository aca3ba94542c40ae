"""Goes through float32 and back.

corner: yes
names: only as precise as float32
"""


def repeat_rows(b, n):
    return b.float().repeat(n, 1).to(b.dtype)
