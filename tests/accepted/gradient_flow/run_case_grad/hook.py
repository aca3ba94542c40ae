"""Catches the gradient with a hook on a view of w."""


def run_case_grad(detach, w, x):
    caught = []
    v = w.view_as(w)
    v.register_hook(lambda grad: caught.append(grad.item()))
    loss = (v * x) ** 2 + ((v.clone().detach() if detach else v) * x) ** 2
    loss.backward()
    return loss.item(), caught[0]
