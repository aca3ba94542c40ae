"""Returns tensors without values.

earns: 0
verdicts: scale=FAIL
"""


# %%
def scale(x):
    return (2 * x).to("meta")
