"""Imports the judge, the checks and the solutions.

earns: 0
verdicts: scale=ERROR total=ERROR
"""


# %%
def scale(x):
    from pcpt_grade.judge import judge

    return judge


def total(xs):
    import pcpt_solutions
    from pcpt_grade.checks import registry

    return sum(xs)
