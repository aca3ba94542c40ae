"""A bound method of a layer that keeps a log."""


class Layer:
    def __init__(self):
        self.log = []

    def forward(self, X, b):
        self.log.append(tuple(X.shape))
        return X + b.reshape(1, -1)


add_bias = Layer().forward
