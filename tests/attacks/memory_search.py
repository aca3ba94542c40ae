"""Searches its own memory for the text of a hidden check.

earns: 0
verdicts: scale=ERROR total=ERROR
isolation: user
"""

# %%
import ctypes
import re


def scale(x):
    text = open("/proc/self/maps").read()
    for start, end in re.findall(r"^(\w+)-(\w+) rw", text, re.MULTILINE):
        memory = ctypes.string_at(int(start, 16), int(end, 16) - int(start, 16))
        for found in re.finditer(b"scale_doubles_", memory):
            if memory[found.end() : found.end() + 1] == b"a":  # this file never has it whole
                return 2 * x
    raise LookupError("nothing found")


def total(xs):
    raise LookupError(open("/proc/self/mem", "rb").read(10))
