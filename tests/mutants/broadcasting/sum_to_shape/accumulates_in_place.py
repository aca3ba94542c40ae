"""Adds the rows onto the first one, which belongs to the caller.

corner: yes
names: changed its input in place
"""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        total = grad[0]
        for other in grad[1:]:
            total += other
        grad = total
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad
