"""Lets a copy of w keep its old gradient, to which backward adds.

corner: yes
"""

import copy


def truncated_gradient(w, xs, chunk):
    v = copy.deepcopy(w).requires_grad_()
    h, loss = 0, 0
    for t, x in enumerate(xs, start=1):
        h = v * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    loss.backward()
    return v.grad.item()
