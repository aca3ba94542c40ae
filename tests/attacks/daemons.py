"""Leaves processes behind that have left their session and ignore every signal.

earns: 2
verdicts: scale=PASS
isolation: user
"""

# %%
import os
import signal
import time

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        if os.fork() == 0:
            os.setsid()
            time.sleep(60)
        os._exit(0)


def scale(x):
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
    return 2 * x
