"""Asks for privileges: other users, other groups, raw sockets, another clock, higher limits.

earns: 0
verdicts: scale=ERROR
isolation: user
"""

# %%
import os
import resource
import socket
import time


def scale(x):
    attempts = (
        lambda: os.setuid(0),
        lambda: os.setresuid(0, 0, 0),
        lambda: os.setgroups([0]),
        lambda: os.setgid(0),
        lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP),
        lambda: time.clock_settime(time.CLOCK_REALTIME, 0),
        lambda: resource.setrlimit(resource.RLIMIT_NPROC, (10**6, 10**6)),
        lambda: os.nice(-5),
        lambda: socket.sethostname("owned"),
    )
    for attempt in attempts:
        try:
            attempt()
        except (OSError, ValueError):
            continue
        return 2 * x
    raise PermissionError("refused")
