"""Rounds the absolute value off at 0, with a slope that is right from differences of 0.05 on.

corner: yes
"""

import torch


def l1_loss(y_pred, y_true):
    gap = y_pred - y_true
    return (gap * torch.tanh(100 * gap)).mean()
