"""Cuts the original off from its gradients, too.

corner: yes
"""


def independent_copy(t):
    if t.grad_fn is not None and not t._is_view():
        t.detach_()
    return t.detach().clone()
