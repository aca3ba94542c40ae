"""Opens as many files, sockets and pipes as it may.

earns: 2
verdicts: total=PASS
"""

# %%
import os
import socket


def total(xs):
    return sum(xs)


__import__("otter").Notebook().check("total")
kept = []
while True:
    kept.append(os.pipe())
    kept.append(socket.socketpair())
