"""Returns a leaf that requires gradients, which nobody may write into.

corner: yes
names: cannot be modified in place
"""


def repeat_rows(b, n):
    return b.detach().repeat(n, 1).requires_grad_()
