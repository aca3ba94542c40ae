"""Lets another process interrupt this one for as long as it lives, inside and outside of cells.

earns: 2
verdicts: total=PASS
"""


# %%
def total(xs):
    return sum(xs)


__import__("otter").Notebook().check("total")
# %%
import os
import signal
import time

parent = os.getpid()
if os.fork() == 0:
    while True:
        os.kill(parent, signal.SIGINT)
        time.sleep(0.0005)
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
# %%
pass
