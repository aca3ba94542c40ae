"""The name is simply bound to torch.add."""

import torch


add_bias = torch.add
