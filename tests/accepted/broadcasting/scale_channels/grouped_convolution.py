"""A depthwise convolution with kernels of length 1."""

import torch.nn.functional as F


def scale_channels(X, gains):
    return F.conv1d(X, gains.reshape(-1, 1, 1), groups=gains.shape[0])
