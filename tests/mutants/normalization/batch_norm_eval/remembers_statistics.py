"""Keeps the statistics of the first call."""

_cache = {}


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    key = tuple(x.shape), x.dtype
    if key not in _cache:
        _cache[key] = (running_mean.clone(), running_var.clone())
    m, v = _cache[key]
    return gamma * (x - m) / (v + eps).sqrt() + beta
