"""Two loops over rows and entries."""


def repeat_rows(b, n):
    M = b.new_zeros(n, b.shape[0])
    for i in range(n):
        for j in range(b.shape[0]):
            M[i, j] = b[j]
    return M
