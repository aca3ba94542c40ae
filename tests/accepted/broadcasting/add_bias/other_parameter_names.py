"""The parameters have other names."""


def add_bias(x, bias):
    return x + bias
