"""Where b requires gradients, so does the copy, as a leaf that nobody may write into.

corner: yes
names: cannot be modified in place
"""


def repeat_rows(b, n):
    return b.detach().repeat(n, 1).requires_grad_(b.requires_grad)
