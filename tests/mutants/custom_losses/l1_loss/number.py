"""Returns a Python number, which cannot be trained on."""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().mean().item()
