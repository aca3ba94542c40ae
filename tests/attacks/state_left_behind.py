"""Leaves torch in another state: no gradients, other dtype, strict and deterministic modes.

earns: 2
verdicts: scale=PASS
"""

# %%
import torch
import warnings

torch.set_grad_enabled(False)
torch.set_default_dtype(torch.float16)
torch.use_deterministic_algorithms(True)
torch.autograd.set_detect_anomaly(True)
torch.set_flush_denormal(True)
torch.set_printoptions(precision=1)
torch._C._set_grad_enabled(False)
torch.inference_mode().__enter__()
warnings.simplefilter("error")


def scale(x):
    return 2 * x
