"""Adds up entry by entry in a Python loop."""


def l1_loss(y_pred, y_true):
    a, b = y_pred.reshape(-1), y_true.reshape(-1)
    total = 0
    for i in range(a.numel()):
        gap = a[i] - b[i]
        total = total + (gap if gap > 0 else -gap)
    return total / a.numel()
