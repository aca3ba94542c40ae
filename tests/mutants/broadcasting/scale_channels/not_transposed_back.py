"""Moves the channels to the end and forgets to move them back."""


def scale_channels(X, gains):
    return X.transpose(1, 2) * gains
