"""Accumulates in place, but in memory of its own."""


def sum_to_shape(grad, shape):
    g = grad.clone()
    while g.dim() > len(shape):
        acc = g[0].clone()
        for part in g[1:]:
            acc += part
        g = acc
    for i in range(g.dim()):
        if shape[i] == 1:
            g = sum(g.split(1, dim=i))
    return g
