"""The properties checked in ``regularization`` (Exercise 2): a module per question."""

from pcpt_grade.checks.regularization import (
    apply_dropout,
    average_dropout,
    dropout_mask,
    dropout_modes,
    fit_polynomial,
    l2_regularized_loss,
    make_classifier,
    plot_dropout,
    polynomial_features,
    sgd_step,
)

__all__ = [
    "apply_dropout",
    "average_dropout",
    "dropout_mask",
    "dropout_modes",
    "fit_polynomial",
    "l2_regularized_loss",
    "make_classifier",
    "plot_dropout",
    "polynomial_features",
    "sgd_step",
]
