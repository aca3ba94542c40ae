"""Is an instance with __call__, and works in place on a copy."""

import torch


class _Scaler:
    def __init__(self):
        self.calls = 0

    def __call__(self, x, low=0.0, high=1.0):
        self.calls += 1
        ordered, _ = x.sort()
        lo, hi = ordered[0], ordered[-1]
        z = x.clone()
        z -= lo
        if hi > lo:
            z /= hi - lo
        z *= high - low
        z += low
        return z


min_max_scale = _Scaler()
