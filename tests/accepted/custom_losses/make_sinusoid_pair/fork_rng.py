"""Leaves the global generator as it was and computes the sine number by number."""

import math

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        x = torch.empty(L).normal_()
    y = torch.zeros(L)
    for n in range(L):
        y[n] = math.sin(2 * math.pi * cycles * n / (L - 1))
    return [x, y]
