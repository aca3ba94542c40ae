"""The properties checked in ``broadcasting``: a module per question."""

from pcpt_grade.checks.broadcasting import (
    add_bias,
    broadcast_shape,
    expand_rows,
    normalize_sequences,
    repeat_rows,
    scale_channels,
    storage_bytes,
    sum_to_shape,
)

__all__ = [
    "add_bias",
    "broadcast_shape",
    "expand_rows",
    "normalize_sequences",
    "repeat_rows",
    "scale_channels",
    "storage_bytes",
    "sum_to_shape",
]
