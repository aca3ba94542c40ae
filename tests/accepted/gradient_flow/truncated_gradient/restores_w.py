"""Uses w itself and puts its flag and its gradient back afterwards."""


def truncated_gradient(w, xs, chunk):
    flag, old = w.requires_grad, w.grad
    w.requires_grad_(True)
    w.grad = None
    h, loss = 0.0, 0.0
    for t, x in enumerate(xs, start=1):
        h = w * h + x
        loss = loss + h * h
        if t % chunk == 0:
            h = h.detach()
    loss.backward()
    result = w.grad.item()
    w.grad = old
    w.requires_grad_(flag)
    return result
