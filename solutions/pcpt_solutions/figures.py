"""Draws the reference figures that the notebooks show: ``python -m pcpt_solutions.figures DIR``."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import matplotlib

matplotlib.use("agg")

ASSIGNMENTS = (
    "broadcasting",
    "gradient_flow",
    "normalization",
    "regularization",
    "custom_losses",
)


def main(folder: Path) -> None:
    """Write ``<folder>/<assignment>/<name>.png`` for every reference figure."""
    for assignment in ASSIGNMENTS:
        module = importlib.import_module(f"pcpt_solutions.{assignment}")
        for name, figure in getattr(module, "reference_figures", dict)().items():
            path = folder / assignment / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            figure.savefig(path, dpi=80, metadata={"Software": None})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
