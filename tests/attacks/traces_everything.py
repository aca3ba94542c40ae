"""Installs trace, profile and audit hooks that look at everything and refuse most of it.

earns: 0
verdicts: scale=ERROR
"""

# %%
import sys


def hook(event, args):
    if event in ("socket.recvmsg", "os.fork", "pickle.find_class", "object.__getattr__", "import"):
        raise RuntimeError(event)


def trace(frame, event, arg):
    for name in ("want", "expected", "result"):
        if name in frame.f_locals:
            frame.f_locals[name] = None
    return trace


sys.addaudithook(hook)
sys.settrace(trace)
sys.setprofile(lambda *args: None)


def scale(x):
    return 2 * x
