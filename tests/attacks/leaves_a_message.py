"""Leaves its answers where a later submission could find them; reads those of earlier ones.

earns: 0
verdicts: scale=ERROR
isolation: user
"""

# %%
import os

PLACES = ("/tmp", "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~"), "/home", "/engine", "/")
for place in PLACES:
    try:
        names = [name for name in os.listdir(place) if "answer" in name]
        if names:
            found = True
        with open(f"{place}/answer.py", "w") as file:
            file.write("def scale(x): return 2 * x")
    except OSError:
        pass


def scale(x):
    return 2 * x if found else None
