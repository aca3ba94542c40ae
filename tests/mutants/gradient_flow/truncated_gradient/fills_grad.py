"""Leaves the gradient behind in `w.grad`.

corner: yes
"""


def truncated_gradient(w, xs, chunk):
    flag = w.requires_grad
    w.requires_grad_()
    w.grad = None
    h, loss = 0, 0
    for t, x in enumerate(xs, start=1):
        h = w * h + x
        loss = loss + h**2
        if t % chunk == 0:
            h = h.detach()
    loss.backward()
    w.requires_grad_(flag)
    return w.grad.item()
