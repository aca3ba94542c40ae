"""Returns a NumPy array."""


def independent_copy(t):
    return t.detach().numpy().copy()
