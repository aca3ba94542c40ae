"""Registers handlers for its end: they run for ever, or write forged answers.

earns: 0
verdicts: scale=ERROR
"""

# %%
import atexit
import faulthandler
import os
import signal
import sys


@atexit.register
def endless():
    while True:
        pass


sys.excepthook = sys.unraisablehook = lambda *args: endless()
faulthandler.enable(open("faults", "w"))
faulthandler.dump_traceback_later(0.1, repeat=True, exit=True)
faulthandler.register(signal.SIGINT)


def scale(x):
    sys.exit()
