"""Uses PyTorch's forward mode: a dual number whose tangent is dropped at every cut."""

import torch
from torch.autograd import forward_ad


def truncated_gradient(w, xs, chunk):
    with forward_ad.dual_level():
        v = forward_ad.make_dual(w.detach(), torch.ones_like(w.detach()))
        h = loss = torch.zeros_like(w.detach())
        for t, x in enumerate(xs, start=1):
            h = v * h + x
            loss = loss + h**2
            if t % chunk == 0:
                h = forward_ad.unpack_dual(h).primal
        return forward_ad.unpack_dual(loss).tangent.item()
