"""Saves to a file in memory and loads from it."""

import io

import torch


def independent_copy(t):
    file = io.BytesIO()
    torch.save(t.detach(), file)
    file.seek(0)
    return torch.load(file)
