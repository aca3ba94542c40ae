"""Writes one file beyond the limit, whose signal would end the process.

earns: 2
verdicts: total=PASS
"""

# %%
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
with open("big", "wb") as file:
    while True:
        file.write(b"x" * 2**22)


# %%
def total(xs):
    return sum(xs)
