"""Never forks, but says so: no process ever answers for a question.

earns: 0
verdicts: scale=ERROR total=ERROR
"""

# %%
import os

os.fork = lambda: 1


def scale(x):
    return 2 * x
