"""Returns nested lists of losses."""


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    return [[loss_fn(a, b).item() for b in values] for a in values]
