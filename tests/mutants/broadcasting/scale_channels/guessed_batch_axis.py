"""Uses the first axis whose size fits.

corner: yes
names: one gain per example of the batch instead of one per channel
"""


def scale_channels(X, gains):
    axis = list(X.shape).index(len(gains))
    shape = [1, 1, 1]
    shape[axis] = -1
    return X * gains.reshape(shape)
