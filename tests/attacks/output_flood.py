"""Prints without end, through Python, through the system and as the value of a cell.

earns: 2
verdicts: total=PASS
"""

# %%
import os
import sys

for _ in range(20_000):
    print("x" * 1000)
    sys.stderr.write("y" * 1000)
    os.write(1, b"z" * 1000)
# %%
["x" * 1000] * 100_000


# %%
def total(xs):
    print("x" * 100_000)
    return sum(xs)
