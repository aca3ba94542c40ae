"""Defines ``__getattr__`` for the module, and functions that are no functions.

earns: 2
verdicts: scale=ERROR total=PASS compose=MISSING
"""


# %%
def __getattr__(name):
    return lambda *args: 6


scale = 5


class Total:
    def __call__(self, xs):
        return sum(xs)

    def __getattr__(self, name):
        raise SystemExit(name)


total = Total()
