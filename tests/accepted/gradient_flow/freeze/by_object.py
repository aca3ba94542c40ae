"""Collects the parameters to freeze by identity, prefix and exact name apart."""

import torch


def freeze(model, prefix):
    chosen = set()
    for path, module in model.named_modules():
        if path == prefix:
            chosen |= {id(p) for p in module.parameters()}
        for name, p in module.named_parameters(prefix=path, recurse=False):
            if name == prefix:
                chosen.add(id(p))
    sizes = []
    for p in model.parameters():
        p.requires_grad_(p.requires_grad and id(p) not in chosen)
        sizes.append(p.numel() if p.requires_grad else 0)
    return int(torch.tensor(sizes).sum())
