"""Takes for granted that grad has at most three dimensions.

corner: yes
"""


def sum_to_shape(grad, shape):
    full = (1,) * (3 - len(shape)) + tuple(shape)
    lifted = grad.reshape((1,) * (3 - grad.dim()) + tuple(grad.shape))
    for i, size in enumerate(full[-3:]):
        if size == 1:
            lifted = lifted.sum(i, keepdim=True)
    return lifted.reshape(shape)
