"""Calls backward at the end of every chunk and lets the gradients add up."""


def truncated_gradient(w, xs, chunk):
    v = w.detach().clone().requires_grad_(True)
    h = v.new_zeros(())
    for part in xs.split(chunk):
        h, loss = h.detach(), 0.0
        for x in part:
            h = h * v + x
            loss = loss + h.square()
        loss.backward()
    return float(v.grad)
