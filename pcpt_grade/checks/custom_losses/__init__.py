"""The properties checked in ``custom_losses`` (Exercise 3): a module per question."""

from pcpt_grade.checks.custom_losses import (
    compute_loss_matrix,
    corr_loss,
    l1_loss,
    learn_kernel,
    make_kernel_pair,
    make_signals,
    make_sinusoid_pair,
    plot_kernel_result,
    spectral_l2_fft,
)

__all__ = [
    "compute_loss_matrix",
    "corr_loss",
    "l1_loss",
    "learn_kernel",
    "make_kernel_pair",
    "make_signals",
    "make_sinusoid_pair",
    "plot_kernel_result",
    "spectral_l2_fft",
]
