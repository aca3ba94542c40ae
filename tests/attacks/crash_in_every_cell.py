"""Crashes in one cell after the other.

earns: 0
verdicts: scale=ERROR
"""

# %%
import ctypes

ctypes.string_at(0)
# %%
import os

os.abort()
# %%
import os

os.kill(os.getpid(), 9)
# %%
raise SystemExit
# %%
import os

os._exit(3)
# %%
import sys

sys.settrace(lambda *args: __import__("os")._exit(4))
sys.exit()
# %%
import os

os._exit(5)


# %%
def scale(x):
    return 2 * x
