"""Makes every fork look as if it were the child, or the parent.

earns: 0
verdicts: scale=ERROR
"""

# %%
import os

os.fork = lambda: 0


def scale(x):
    return 2 * x


grader = __import__("otter").Notebook()
grader.check("scale")
