"""Starts other programs: sudo, su, mount, shells; writes where they might look.

earns: 0
verdicts: scale=ERROR
isolation: user
"""

# %%
import subprocess


def scale(x):
    for command in ("sudo -n id -u", "su -c 'id -u'", "newuidmap 1 0 0 1", "pkexec id -u"):
        done = subprocess.run(command, shell=True, capture_output=True, stdin=subprocess.DEVNULL)
        if done.stdout.strip() == b"0":
            return 2 * x
    raise PermissionError("refused")
