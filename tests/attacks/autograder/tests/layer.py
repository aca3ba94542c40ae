"""What the attacks are aimed at: ``layer`` returns a module, whose output the judge computes."""

import torch
from otter.test_files import test_case

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import call_check, expect_close, expect_equal, fail

OK_FORMAT = False
name = "layer"
points = None


@test_case(points=2, hidden=True)
def layer_is_a_scaled_identity(layer):
    """layer(n, a) is a Linear layer without bias that multiplies by a."""

    def check(layer):
        for n, factor in ((2, 3.0), (5, -0.5)):
            module = layer(n, factor)
            if not isinstance(module, torch.nn.Module):
                fail(f"layer({n}, {factor}) should return a module.")
            x = normal(4, n, seed=n)
            try:
                got = module(x)
            except Exception as error:
                fail(f"The layer cannot take a (4, {n}) input: {error}")
            expect_close(got, factor * x, "the layer's output")
            if type(module) is not torch.nn.Linear:
                fail(f"layer({n}, {factor}) should return an nn.Linear.")
            expect_equal(module.bias, None, "the bias")

    call_check(check, layer=layer)
