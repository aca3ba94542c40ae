"""Computes in float32 and casts the result back.

corner: yes
names: only as precise as float32
"""


def scale_channels(X, gains):
    return (X.float() * gains.float()[:, None]).to(X.dtype)
