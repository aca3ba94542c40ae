"""Leaves branch b out of the loss when it is detached."""


def run_case_grad(detach, w, x):
    w.grad = None
    loss = (w * x) ** 2
    if not detach:
        loss = loss + (w * x) ** 2
    loss.backward()
    return loss.item(), w.grad.item()
