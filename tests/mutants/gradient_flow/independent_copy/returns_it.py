"""Returns the tensor itself where it requires no gradients.

corner: yes
names: shares memory
"""


def independent_copy(t):
    return t.detach().clone() if t.requires_grad else t
