"""Promises messages of four gigabytes, and sends them as slowly as it can.

earns: 0
verdicts: scale=ERROR total=TIMEOUT
"""

# %%
import os
import stat
import time


def write(content):
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.write(number, content)
        except OSError:
            pass


def scale(x):
    write(b"\xff" * 8)
    time.sleep(60)


def total(xs):
    write(b"\x00\x00\xff\xff\x00\x00\x00\x00")
    while True:
        write(b" ")
        time.sleep(0.01)
