"""Works on X.data.

corner: yes
names: an X that is cut from the graph
"""


def scale_channels(X, gains):
    return X.data * gains[:, None]
