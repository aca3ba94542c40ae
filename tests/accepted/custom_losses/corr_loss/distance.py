"""Uses |u - v|² = |u|² + |v|² - 2uv for the inner product."""


def corr_loss(y_pred, y_true, eps=1e-8):
    def unit(signal):
        signal = signal - signal.mean()
        return signal / (signal.pow(2).sum().sqrt() + eps)

    u, v = unit(y_pred), unit(y_true)
    return 1 - 0.5 * (u.pow(2).sum() + v.pow(2).sum() - (u - v).pow(2).sum())
