"""Goes on from what it returned before."""

_state = {}


def update_running_stats(running_mean, running_var, batch, momentum):
    m, v = _state.get(len(running_mean), (running_mean, running_var))
    out = (
        (1 - momentum) * m + momentum * batch.mean(0),
        (1 - momentum) * v + momentum * batch.var(0),
    )
    _state[len(running_mean)] = out
    return out
