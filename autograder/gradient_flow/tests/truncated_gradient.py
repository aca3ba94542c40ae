from otter.test_files import test_case

OK_FORMAT = False

name = "truncated_gradient"
points = None

@test_case(points=0.75, hidden=False)
def test_truncated_gradient_of_four_ones(truncated_gradient):
    """For w=2 and xs=[1, 1, 1, 1], dL/dw is 586 in full and 438 in chunks of two steps."""
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

    def truncated_gradient_of_four_ones(truncated_gradient):
        xs = torch.ones(4)
        expect_float(truncated_gradient(torch.tensor(2.0), xs, 4), 586.0, 'truncated_gradient(2, [1, 1, 1, 1], chunk=4)', mistakes={'the hidden state detached after every step': 258.0, 'the hidden state detached before its loss is added': 76.0, 'the mean instead of the sum': 146.5})
        expect_float(truncated_gradient(torch.tensor(2.0), xs, 2), 438.0, 'truncated_gradient(2, [1, 1, 1, 1], chunk=2)', mistakes={'the hidden state never detached': 586.0, 'the hidden state detached after every step': 258.0, 'the hidden state detached after the first and the third step': 286.0, 'the hidden state set to zero instead of detached': 12.0, 'the loss of the last chunk alone': 432.0}, hint='h is 1, 3, 7, 15; it is detached after the second and the fourth step.')
    call_check(truncated_gradient_of_four_ones, truncated_gradient=truncated_gradient)

@test_case(points=1, hidden=True)
def test_truncated_gradient_for_every_chunk(truncated_gradient):
    """The gradient is right for every chunk length, also where it does not divide the length."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'truncated_gradient_for_every_chunk', truncated_gradient=truncated_gradient)

@test_case(points=0.75, hidden=True)
def test_truncated_gradient_leaves_w_alone(truncated_gradient):
    """The parameter w keeps its value, its `requires_grad` and its `.grad`, whatever they are."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'truncated_gradient_leaves_w_alone', truncated_gradient=truncated_gradient)
