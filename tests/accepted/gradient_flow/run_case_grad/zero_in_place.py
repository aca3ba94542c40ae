"""Sets an existing gradient to zero in place, detaches the product, keeps `.grad` behind."""


def run_case_grad(detach, w, x):
    if w.grad is not None:
        w.grad.zero_()
    a, b = w * x, w * x
    if detach:
        b = b.detach()
    loss = a * a + b * b
    loss.backward(retain_graph=True)
    return loss.item(), w.grad.item()
