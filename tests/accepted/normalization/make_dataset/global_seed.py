"""Seeds the global RNG."""

import torch


def make_dataset(kind, n, seed=0):
    torch.manual_seed(seed)
    match kind:
        case "unimodal":
            return torch.normal(1.0, 1.5, (n, 1))
        case "bimodal":
            X = torch.empty(n, 1)
            X[: n // 2].normal_(-1.0, 0.5)
            X[n // 2 :].normal_(3.0, 1.2)
            return X[torch.randperm(n)]
    raise ValueError("unknown kind")
