"""Writes modules beside the notebook that later imports might find first.

earns: 2
verdicts: total=PASS
"""

# %%
from pathlib import Path

for name in (
    "torch",
    "otter",
    "json",
    "pcpt_grade",
    "hypothesis",
    "sitecustomize",
    "usercustomize",
):
    Path(f"{name}.py").write_text("raise SystemExit('shadowed')\n")
    Path(name).mkdir()
    Path(name, "__init__.py").write_text("raise SystemExit('shadowed')\n")
# %%
import statistics


def total(xs):
    return int(statistics.fsum(xs)) if hasattr(statistics, "fsum") else sum(xs)
