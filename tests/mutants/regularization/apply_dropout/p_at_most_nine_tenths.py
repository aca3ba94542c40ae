"""Never scales by more than 10.

corner: yes
"""


def apply_dropout(X, mask, p):
    return X * mask / (1 - min(p, 0.9))
