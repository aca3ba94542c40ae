"""Works for the first call only."""

calls = []


def add_bias(X, b):
    calls.append(1)
    return X + b if len(calls) == 1 else X
