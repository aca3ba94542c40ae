"""Makes b require gradients.

corner: yes
"""


def expand_rows(b, n):
    return b.requires_grad_().expand(n, -1).detach()
