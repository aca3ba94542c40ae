"""Sums products first and takes the products of the sums away afterwards."""


def corr_loss(y_pred, y_true, eps=1e-8):
    n = y_pred.numel()
    total_pred, total_true = y_pred.sum(), y_true.sum()
    inner = (y_pred * y_true).sum() - total_pred * total_true / n
    norm_pred = ((y_pred**2).sum() - total_pred**2 / n).clamp(min=0).sqrt()
    norm_true = ((y_true**2).sum() - total_true**2 / n).clamp(min=0).sqrt()
    return 1 - inner / ((norm_pred + eps) * (norm_true + eps))
