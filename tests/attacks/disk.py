"""Fills every place that can be written to.

earns: 2
verdicts: total=PASS
isolation: user
"""

# %%
import os

for folder in ("/tmp", "/dev/shm", os.path.expanduser("~"), "/var/tmp", "/run", "/", "CANARY"):
    try:
        for number in range(200):
            with open(f"{folder}/full{number}", "wb") as file:
                file.write(b"x" * 2**20)
    except OSError:
        pass
    for number in range(1000):
        try:
            os.mkdir(f"{folder}/folder{number}")
        except OSError:
            break


# %%
def total(xs):
    return sum(xs)
