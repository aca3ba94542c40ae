"""What the attacks are aimed at: ``compose`` calls a function that lives in the judge."""

import torch
from otter.test_files import test_case

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import call_check, expect_close, expect_gradients

OK_FORMAT = False
name = "compose"
points = None


@test_case(points=2, hidden=True)
def compose_applies_twice(compose):
    """compose(f, x) is f(f(x)), with gradients."""

    def check(compose):
        def function(values):
            return values * values + 0.5

        x = normal(4, seed=3).requires_grad_()
        once = x.detach() ** 2 + 0.5
        got = compose(function, x)
        expect_close(got, once**2 + 0.5, "compose(f, x)")
        wants = {"x": 4 * once * x.detach()}
        expect_gradients(got, {"x": x}, wants, "compose(f, x)")

    call_check(check, compose=compose)
