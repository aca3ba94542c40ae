"""Plots for the notebooks of Unit 10, shipped beside them.

Every function draws one figure from plain arguments and returns it.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.figure import Figure
