"""The properties checked in ``gradient_flow``: a module per question."""

from pcpt_grade.checks.gradient_flow import (
    bce_with_frozen_features,
    freeze,
    independent_copy,
    predict,
    run_case_grad,
    truncated_gradient,
)

__all__ = [
    "bce_with_frozen_features",
    "freeze",
    "independent_copy",
    "predict",
    "run_case_grad",
    "truncated_gradient",
]
