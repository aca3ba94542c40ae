"""An instance with __call__."""


class N:
    def __init__(self, dim):
        self.dim = dim

    def __call__(self, seq):
        return (seq - seq.mean(self.dim, True)) / seq.std(self.dim, keepdim=True)


normalize_sequences = N(dim=1)
