"""Connects to services on this machine, by TCP and by sockets in files and out of files.

earns: 0
verdicts: scale=ERROR
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
    for path in ("/run/docker.sock", "/var/run/docker.sock", "\0pcpt"):
        try:
            with socket.socket(socket.AF_UNIX) as sock:
                sock.connect(path)
        except OSError:
            continue
        return 2 * x
    raise ConnectionError("nobody there")
