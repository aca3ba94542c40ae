"""Goes through float32 and back, which rounds float64 and large integers.

corner: yes
"""


def independent_copy(t):
    return t.detach().float().clone().to(t.dtype)
