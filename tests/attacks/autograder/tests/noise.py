"""What the attacks are aimed at: ``noise`` draws from PyTorch's global random numbers."""

import torch
from otter.test_files import test_case

from pcpt_grade.checks.expect import call_check, expect_tensor, fail
from pcpt_grade.checks.tools import global_seed

OK_FORMAT = False
name = "noise"
points = None


@test_case(points=2, hidden=True)
def noise_is_drawn_globally(noise):
    """noise(n) has n entries of mean 0 and variance 1, the same after the same seed, else others."""

    def check(noise):
        with global_seed(11):
            first, second = noise(500), noise(500)
        with global_seed(11):
            again = noise(500)
        for got in (first, second, again):
            expect_tensor(got, "noise(500)", (500,), torch.float32)
        if not torch.equal(first, again):
            fail("noise(500) differs after the same seed.")
        if torch.equal(first, second):
            fail("noise(500) is the same on the second call.")
        # six standard deviations of a mean and of a variance of 500 normal numbers
        if abs(first.mean()) > 0.27 or abs(first.var() - 1) > 0.38:
            fail("noise(500) does not look standard normal.")

    call_check(check, noise=noise)
