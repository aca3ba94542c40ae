"""Finds what an earlier submission left (it runs later, by its name).

earns: 0
verdicts: scale=MISSING
isolation: user
"""

# %%
import glob

answers = [
    p for root in ("/tmp", "/dev/shm", "/home", "/var/tmp") for p in glob.glob(f"{root}/answer*")
]
exec(open(answers[0]).read())


def scale(x):
    raise LookupError(answers)
