"""Returns a named tuple."""

from collections import namedtuple

Stats = namedtuple("Stats", "mean var")


def update_running_stats(running_mean, running_var, batch, momentum):
    b = batch.double()
    mix = lambda old, new: ((1 - momentum) * old.double() + momentum * new).to(batch.dtype)
    return Stats(mix(running_mean, b.mean(dim=0)), mix(running_var, b.std(dim=0) ** 2))
