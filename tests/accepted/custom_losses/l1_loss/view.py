"""Flattens with `view`, which tensors that lie in order allow."""


def l1_loss(y_pred, y_true):
    return (y_pred.view(-1) - y_true.view(-1)).abs().mean()
