"""Checks questions with long, empty, strange and many names.

earns: 2
verdicts: scale=PASS
"""

# %%
import otter

grader = otter.Notebook()
for name in ("", "x" * 10_000, "../scale", "\ud800", None, 5, ["scale"], object()):
    grader.check(name)
for number in range(70):
    grader.check(f"question {number}")


def scale(x):
    return 2 * x


grader.check("scale")
