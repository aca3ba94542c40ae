"""Overlapping windows of b and what follows in its storage, where there is enough of it.

corner: yes
"""


def expand_rows(b, n):
    D = b.numel()
    have = b.untyped_storage().nbytes() // b.element_size() - b.storage_offset()
    step = 1 if have >= D + n - 1 and b.is_contiguous() else 0
    return b.as_strided((n, D), (step, b.stride(0)))
