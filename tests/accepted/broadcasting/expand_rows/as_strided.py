"""Sets stride 0 by hand, from where b begins and with b's own stride."""


def expand_rows(b, n):
    return b.as_strided((n, b.shape[0]), (0, b.stride(0)))
