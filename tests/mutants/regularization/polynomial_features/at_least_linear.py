"""Always begins with the columns 1 and x, also for degree 0.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    columns = [torch.ones_like(x), x]
    for _ in range(degree - 1):
        columns.append(columns[-1] * x)
    return torch.cat(columns, dim=1)
