"""Believes that Parseval makes this the mean squared error.

names: no spectrum at all
"""


def spectral_l2_fft(y_pred, y_target, n_fft=None):
    return ((y_pred - y_target) ** 2).mean()
