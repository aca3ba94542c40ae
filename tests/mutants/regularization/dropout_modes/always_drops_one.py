"""Makes sure that an entry is dropped, also for p = 0.

corner: yes
"""

from torch import nn


def dropout_modes(X, p):
    train_out = nn.Dropout(p)(X).clone()
    train_out.view(-1)[0] = 0
    return train_out, X
