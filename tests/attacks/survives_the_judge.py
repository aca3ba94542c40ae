"""Keeps reading and writing its connections in threads and processes after everything has ended.

earns: 0
verdicts: scale=FAIL
isolation: user
"""

# %%
import os
import threading


def scribble():
    while True:
        for number in range(3, 64):
            try:
                os.write(number, b"\x00" * 64)
            except OSError:
                pass


def scale(x):
    return x


__import__("otter").Notebook().check("scale")
if os.fork() == 0:
    scribble()
threading.Thread(target=scribble, daemon=True).start()
