"""Reads the batch with `view`, which tensors that lie in order allow."""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    rows, columns = x.shape
    scale = (gamma / (running_var + eps).sqrt()).repeat(rows)
    centred = x.view(rows * columns) - running_mean.repeat(rows)
    return (centred * scale).view(rows, columns) + beta
