"""Makes X require gradients.

corner: yes
"""


def apply_dropout(X, mask, p):
    if X.is_leaf:
        X.requires_grad_(True)
    return X * mask / max(1 - p, 1e-9)
