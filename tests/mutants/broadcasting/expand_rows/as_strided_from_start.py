"""Takes for granted that b begins where its storage begins.

corner: yes
"""


def expand_rows(b, n):
    return b.as_strided((n, len(b)), (0, b.stride(0)), 0)
