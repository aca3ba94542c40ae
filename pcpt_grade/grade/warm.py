"""Imported by the fork server: what every judge needs, once."""

import torch

torch.set_num_threads(1)
