"""An instance that walks through both shapes from the right."""


class Broadcaster:
    def __init__(self, fill=1):
        self.fill = fill

    def __call__(self, shape_a, shape_b):
        i, j, out = len(shape_a) - 1, len(shape_b) - 1, ()
        while i >= 0 or j >= 0:
            a = shape_a[i] if i >= 0 else self.fill
            b = shape_b[j] if j >= 0 else self.fill
            if not (a == b or self.fill in (a, b)):
                return None
            out = (max(a, b),) + out
            i, j = i - 1, j - 1
        return out


broadcast_shape = Broadcaster()
