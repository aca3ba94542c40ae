"""Is decorated, prints, and works in place on a copy."""

import functools, torch


def safe(f):
    @functools.wraps(f)
    def g(X, *args, **kwargs):
        print("standardize", tuple(X.shape))
        return f(X.clone(), *args, **kwargs)

    return g


@safe
def standardize(X, eps=1e-6):
    X -= torch.mean(X, 0)
    X /= torch.std(X, dim=0) + eps
    return X
