from otter.test_files import test_case

OK_FORMAT = False

name = "min_max_scale"
points = None

@test_case(points=0.5, hidden=False)
def test_min_max_scale_of_three_numbers(min_max_scale):
    """The vector [2, 4, 10] becomes [0, 0.25, 1], and [-1, -0.5, 1] with low=-1 and high=1."""
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

    def expect_tensor(got, call, shape=None, dtype=None):
        if got is None or got is ...:
            fail(f'{call} returned None.', 'Is the function still a stub, or is its `return` missing?')
        if not isinstance(got, torch.Tensor):
            fail(f'{call} should return a tensor, but returned {show(got)} ({type(got).__name__}).')
        if got.layout is not torch.strided or got.device.type != 'cpu':
            fail(f'{call} should return an ordinary (dense, CPU) tensor, but returned {show(got)}.')
        if shape is not None and tuple(got.shape) != tuple(shape):
            fail(f'{call} should have shape {tuple(shape)}, but has shape {tuple(got.shape)}.')
        if dtype is not None and got.dtype != dtype:
            fail(f'{call} should have dtype {dtype}, but has {got.dtype}.', 'The dtype follows the inputs; constants and new tensors must not change it.')

    def is_close(got, want, rtol=None, atol=None):
        if got.shape != want.shape or got.is_complex() != want.is_complex():
            return False
        single = want.dtype in (torch.float32, torch.float16, torch.bfloat16)
        got, want = (got.detach().double(), want.detach().double())
        if want.numel() == 0:
            return True
        finite = want.isfinite()
        largest = max(1.0, float(want[finite].abs().max())) if bool(finite.any()) else 1.0
        rtol = (0.0001 if single else 1e-07) if rtol is None else rtol
        atol = (1e-05 if single else 1e-09) * largest if atol is None else atol
        agree = (got == want) | finite & ((got - want).abs() <= atol + rtol * want.abs())
        return bool(agree.all())

    def expect_close(got, want, call, mistakes=None, hint='', rtol=None, atol=None):
        expect_tensor(got, call, tuple(want.shape), want.dtype)
        if is_close(got, want, rtol, atol):
            return
        for name, value in (mistakes or {}).items():
            wrong = torch.as_tensor(value, dtype=want.dtype)
            if is_close(got, wrong, rtol, atol) and (not is_close(wrong, want, rtol, atol)):
                values = 'has wrong values' if want.numel() > 12 else f'should be {show(want)}, but is {show(got)}'
                fail(f'{call} {values}.{comes_of(name)}', hint)
        if bool(got.detach().isnan().any()) and (not bool(want.isnan().any())):
            fail(f'{call} should be {show(want)}, but contains NaN.', hint)
        if want.numel() > 12:
            gap = float((got.detach().double() - want.detach().double()).abs().max())
            fail(f'{call} has wrong values: they are off by up to {gap:.4g}.', hint)
        fail(f'{call} should be {show(want)}, but is {show(got)}.', hint)

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

    def min_max_scale_of_three_numbers(min_max_scale):
        x = torch.tensor([2.0, 4.0, 10.0])
        expect_close(min_max_scale(x), torch.tensor([0.0, 0.25, 1.0]), 'min_max_scale([2, 4, 10])', mistakes={'a division by the maximum alone': [0.2, 0.4, 1.0], 'a division by the range, but without moving the minimum to 0': [0.25, 0.5, 1.25], 'a division by the maximum instead of the range': [0.0, 0.2, 0.8], 'the maximum sent to low and the minimum to high': [1.0, 0.75, 0.0], 'other defaults for low and high': [-1.0, -0.5, 1.0]}, hint='Subtract the minimum, then divide by maximum minus minimum.')
        expect_close(min_max_scale(x, low=-1.0, high=1.0), torch.tensor([-1.0, -0.5, 1.0]), 'min_max_scale([2, 4, 10], low=-1, high=1)', mistakes={'the interval [0, 1] whatever low and high are': [0.0, 0.25, 1.0], 'the factor high instead of high - low': [-1.0, -0.75, 0.0], 'a last step left out: low is not added': [0.0, 0.5, 2.0], 'low and high exchanged': [1.0, 0.5, -1.0], 'clamping instead of scaling': [1.0, 1.0, 1.0]}, hint='Scale the result in [0, 1] by the length of the new interval, then move it to low.')
    call_check(min_max_scale_of_three_numbers, min_max_scale=min_max_scale)

@test_case(points=0.5, hidden=True)
def test_min_max_scale_any_interval(min_max_scale):
    """Every vector that is not constant fills [low, high] exactly, and is left as it was."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'min_max_scale_any_interval', min_max_scale=min_max_scale)

@test_case(points=0.25, hidden=True)
def test_min_max_scale_of_a_constant(min_max_scale):
    """A constant vector maps to low, without NaN; entries that agree are nothing special."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'min_max_scale_of_a_constant', min_max_scale=min_max_scale)

@test_case(points=0.25, hidden=True)
def test_min_max_scale_of_a_tiny_range(min_max_scale):
    """A vector whose entries lie very close together still fills the whole interval."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'min_max_scale_of_a_tiny_range', min_max_scale=min_max_scale)
