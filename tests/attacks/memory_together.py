"""Takes memory in many processes at the same time, each of them below its limit.

earns: 2
verdicts: total=PASS
isolation: user
"""


# %%
def total(xs):
    return sum(xs)


# %%
import os
import time

children = []
for _ in range(6):
    child = os.fork()
    if child == 0:
        kept = b"x" * (256 * 2**20)
        time.sleep(1)
        os._exit(0)
    children.append(child)
for child in children:
    os.waitpid(child, 0)
