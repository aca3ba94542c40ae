"""Returns the expectation, that is X, without drawing anything."""


def average_dropout(X, p, trials):
    return X.clone()
