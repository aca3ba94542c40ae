from otter.test_files import test_case

OK_FORMAT = False

name = "run_case_grad"
points = None

@test_case(points=0.75, hidden=False)
def test_run_case_grad_of_two_and_three(run_case_grad):
    """At w=2 and x=3, loss and gradient are 72 and 72 without, 72 and 36 with `detach`."""
    import torch

    def fail(reason, hint=''):
        raise AssertionError(f'{reason}\nHint: {hint}' if hint else reason)

    def comes_of(mistake):
        return f'\nThis is what comes out with {mistake}.' if mistake else ''

    def show(value):
        if isinstance(value, torch.Tensor):
            if value.layout is not torch.strided or value.device.type != 'cpu':
                return f'a {value.layout} tensor on {value.device}'
            if value.numel() > 12:
                return f'a {value.dtype} tensor of shape {tuple(value.shape)}'
            return show(value.detach().tolist())
        if isinstance(value, float):
            return f'{value:.6g}'
        if isinstance(value, (list, tuple)) and len(value) <= 12:
            inner = ', '.join((show(item) for item in value))
            comma = ',' if len(value) == 1 else ''
            return f'[{inner}]' if isinstance(value, list) else f'({inner}{comma})'
        text = repr(value) if isinstance(value, (str, int, dict, type(None))) else type(value).__name__
        return text if len(text) <= 120 else f'{text[:117]}...'

    def expect_equal(got, want, call, mistakes=None, hint=''):
        if got is ... or (got is None and want is not None):
            fail(f'{call} returned None.', 'Is the function still a stub, or is its `return` missing?')
        if isinstance(got, torch.Tensor) or not isinstance(got, type(want)):
            fail(f'{call} should be {show(want)}, but is {show(got)} ({type(got).__name__}).', hint)
        if is_same(got, want):
            return
        for name, wrong in (mistakes or {}).items():
            if is_same(got, wrong):
                fail(f'{call} should be {show(want)}, but is {show(got)}.{comes_of(name)}', hint)
        fail(f'{call} should be {show(want)}, but is {show(got)}.', hint)

    def expect_float(got, want, call, mistakes=None, hint=''):
        if not isinstance(got, float):
            expect_equal(got, want, call, hint='A Python float: `.item()` turns a 0-dim tensor into one.')
        bound = 1e-05 * max(1.0, abs(want))
        if abs(got - want) <= bound:
            return
        origin = ''
        for name, value in (mistakes or {}).items():
            if abs(got - value) <= bound < abs(want - value) and (not origin):
                origin = comes_of(name)
        fail(f'{call} should be {want:.8g}, but is {got:.8g}.{origin}', hint)

    def is_same(got, want):
        try:
            return bool(got == want)
        except (RuntimeError, TypeError, ValueError):
            return False

    def call_check(check, **functions):
        for name, function in functions.items():
            if function is None:
                fail(f'`{name}` is not defined.', f'Run the cell that starts with `def {name}(`.')
            if not callable(function):
                fail(f'`{name}` is {show(function)} ({type(function).__name__}), not a function.')
        dtype, grad_enabled = (torch.get_default_dtype(), torch.is_grad_enabled())
        rng = torch.get_rng_state()
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
        torch.default_generator.manual_seed(20)
        try:
            check(**functions)
        finally:
            torch.set_default_dtype(dtype)
            torch.set_grad_enabled(grad_enabled)
            torch.set_rng_state(rng)

    def run_case_grad_of_two_and_three(run_case_grad):
        for detach, want in ((False, 72.0), (True, 36.0)):
            w, x = (torch.tensor(2.0, requires_grad=True), torch.tensor(3.0))
            call = f'run_case_grad({detach}, w=2, x=3)'
            result = run_case_grad(detach, w, x)
            if result is None or not isinstance(result, tuple) or len(result) != 2:
                fail(f'{call} should return the tuple (loss, grad), but returned {show(result)}.')
            expect_float(result[0], 72.0, f'the loss of {call}', hint='a**2 + b**2 in either case.')
            expect_float(result[1], want, f'the gradient of {call}', mistakes={'branch b cut off although `detach` is False': 36.0, 'branch b still connected to `w`': 72.0, 'both branches cut off': 0.0}, hint='Branch b uses a version of `w` that lets no gradient through, iff `detach`.')
    call_check(run_case_grad_of_two_and_three, run_case_grad=run_case_grad)

@test_case(points=0.5, hidden=True)
def test_run_case_grad_does_not_accumulate(run_case_grad):
    """Calling it again with the same w, gradients of earlier calls do not add up."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'run_case_grad_does_not_accumulate', run_case_grad=run_case_grad)

@test_case(points=0.5, hidden=True)
def test_run_case_grad_ignores_an_old_gradient(run_case_grad):
    """What `w.grad` holds before the call does not enter the result."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'run_case_grad_ignores_an_old_gradient', run_case_grad=run_case_grad)

@test_case(points=0.75, hidden=True)
def test_run_case_grad_of_other_numbers(run_case_grad):
    """For any w and x, loss and gradient are right, and w and x stay as they are."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'run_case_grad_of_other_numbers', run_case_grad=run_case_grad)
