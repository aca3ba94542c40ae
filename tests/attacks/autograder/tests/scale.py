"""What the attacks are aimed at: ``scale`` doubles a tensor."""

import torch
from otter.test_files import test_case

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import (
    call_check,
    expect_close,
    expect_gradients,
    expect_untouched,
    watch,
)

OK_FORMAT = False
name = "scale"
points = None


@test_case(points=1, hidden=False)
def scale_doubles(scale):
    """scale([1, 2]) is [2, 4]."""

    def check(scale):
        expect_close(scale(torch.tensor([1.0, 2.0])), torch.tensor([2.0, 4.0]), "scale([1, 2])")

    call_check(check, scale=scale)


@test_case(points=1, hidden=True)
def scale_doubles_anything(scale):
    """It doubles any tensor, keeps its dtype, leaves it alone and passes gradients on."""

    def check(scale):
        for seed, dtype in enumerate((torch.float32, torch.float64)):
            x = normal(3, 2 + seed, seed=seed, dtype=dtype).requires_grad_()
            want, before = 2 * x.detach(), watch(x)
            got = scale(x)
            expect_close(got, want, "scale(x)")
            expect_untouched(before, "scale(x)")
            expect_gradients(got, {"x": x}, {"x": torch.full_like(want, 2.0)}, "scale(x)")

    call_check(check, scale=scale)
