"""Checks a question again and again.

earns: 2
verdicts: scale=PASS
isolation: user
"""

# %%
import otter

grader = otter.Notebook()


def scale(x):
    return 2 * x


for _ in range(3000):
    grader.check("scale")
