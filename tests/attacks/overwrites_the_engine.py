"""Changes the engine's and Python's own files, for the submissions after it.

earns: 0
verdicts: scale=ERROR
isolation: user
"""

# %%
import os
import sys

import pcpt_grade.worker.service
import torch


def scale(x):
    for path in (pcpt_grade.worker.service.__file__, torch.__file__, os.__file__, sys.executable):
        try:
            with open(path, "r+b"):
                return 2 * x
        except OSError:
            pass
        folder = os.path.dirname(path)
        try:
            with open(f"{folder}/sitecustomize.py", "w"):
                return 2 * x
        except OSError:
            pass
    raise PermissionError("refused")
