"""Checks a right function under the name of another question, and a wrong one under its own.

earns: 0
verdicts: scale=FAIL total=MISSING
"""

# %%
import otter

grader = otter.Notebook()


def scale(x):
    return 2 * x


grader.check("total")


# %%
def scale(x):
    return x


grader.check("scale")
# %%
grader.check("total")
