"""Connects to services on this machine and beyond, by TCP and by sockets in files and out of files.

earns: 0
verdicts: scale=ERROR total=ERROR
shown: scale
"""

# %%
import socket


def scale(x):
    for address in (("127.0.0.1", 22), ("127.0.0.1", 2024), ("::1", 80), ("localhost", 8888)):
        try:
            socket.create_connection(address, timeout=0.05)
        except OSError as error:
            if error.errno == 111:  # refused by a live loopback device
                return 2 * x
            continue
        return 2 * x
    raise ConnectionError("nobody there")


# %%
def total(xs):
    for path in ("/run/docker.sock", "/var/run/docker.sock", "\0pcpt"):
        try:
            with socket.socket(socket.AF_UNIX) as sock:
                sock.connect(path)
        except OSError:
            continue
        return sum(xs)
    for host in ("172.17.0.1", "10.0.0.1", "192.168.0.1", "169.254.169.254", "1.1.1.1"):
        try:
            socket.create_connection((host, 53), timeout=0.2)
        except OSError as error:
            if error.errno != 111:  # refused means that somebody was there
                continue
        return sum(xs)
    raise ConnectionError("nothing beyond")
