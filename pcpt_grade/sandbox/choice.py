"""Which isolation to use: the best that a machine offers."""

from __future__ import annotations

from pcpt_grade.errors import BrokenError
from pcpt_grade.sandbox.launch import refusal


def choose_isolation(wanted: str) -> str:
    """Return the level to use: the best that this machine offers, unless one is named.

    Raises:
        BrokenError: if the wanted level, or any safe level, cannot be had.
    """
    if wanted == "none":
        return wanted
    candidates = ["namespaces", "user"] if wanted == "auto" else [wanted]
    refusals = []
    for level in candidates:
        reason = refusal(level)
        if not reason:
            return level
        refusals.append(f"{level}: {reason}")
    raise BrokenError(
        f"No isolation can be had here ({'; '.join(refusals)}). Grade as root, allow user "
        "namespaces, or choose --isolation none if you trust every submission."
    )
