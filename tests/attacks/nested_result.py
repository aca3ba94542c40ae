"""Returns a list that is nested ten thousand levels deep.

earns: 0
verdicts: scale=FAIL total=TIMEOUT
"""


# %%
def scale(x):
    result = []
    for _ in range(10_000):
        result = [result]
    return result


def total(xs):
    result = {}
    for _ in range(30):
        result = {"a": result, "b": result}
    return result
