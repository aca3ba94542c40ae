"""The properties checked in ``normalization`` (Exercise 1): a module per question."""

from pcpt_grade.checks.normalization import (
    batch_norm_eval,
    batch_norm_train,
    lp_normalize,
    make_dataset,
    min_max_scale,
    normalize_text,
    plot_running_stats,
    standardize,
    sweep_running_stats,
    track_running_stats,
    update_running_stats,
)

__all__ = [
    "batch_norm_eval",
    "batch_norm_train",
    "lp_normalize",
    "make_dataset",
    "min_max_scale",
    "normalize_text",
    "plot_running_stats",
    "standardize",
    "sweep_running_stats",
    "track_running_stats",
    "update_running_stats",
]
