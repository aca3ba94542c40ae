"""Uses the last axis whenever its size happens to fit.

corner: yes
names: one gain per time step instead of one per channel
"""


def scale_channels(X, gains):
    if X.shape[-1] == gains.shape[0]:
        return X * gains
    return X * gains.unsqueeze(-1)
