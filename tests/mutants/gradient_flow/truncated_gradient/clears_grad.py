"""Uses `w.grad` and leaves None behind, also where it held something.

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
    grad = w.grad.item()
    w.grad = None
    w.requires_grad_(flag)
    return grad
