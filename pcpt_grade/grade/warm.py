"""Imported by the fork server: what every judge needs, once."""

import torch

from pcpt_grade.grade import task
from pcpt_grade.judge import judge

__all__ = ["judge", "task"]

torch.set_num_threads(1)
