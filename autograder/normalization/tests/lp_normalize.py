from otter.test_files import test_case

OK_FORMAT = False

name = "lp_normalize"
points = None

@test_case(points=0.5, hidden=False)
def test_lp_normalize_two_norms(lp_normalize):
    """[3, -4] is divided by 5 for p=2, which is the default, and by 7 for p=1."""
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

    def lp_normalize_two_norms(lp_normalize):
        x = torch.tensor([3.0, -4.0])
        expect_close(lp_normalize(x), torch.tensor([0.6, -0.8]), 'lp_normalize([3, -4])', mistakes={'the sum of squares instead of its root': [0.12, -0.16], 'p=1 as the default': [3 / 7, -4 / 7], 'the largest entry instead of the norm': [0.75, -1.0], 'absolute values in the numerator too': [0.6, 0.8], 'the mean instead of the sum under the root': [0.848528, -1.131371]})
        expect_close(lp_normalize(x, p=1), torch.tensor([3 / 7, -4 / 7]), 'lp_normalize([3, -4], p=1)', mistakes={'the l2 norm whatever p is': [0.6, -0.8], 'a sum without absolute values': [-3.0, 4.0]}, hint='The l1 norm adds up absolute values: |3| + |-4|.')
    call_check(lp_normalize_two_norms, lp_normalize=lp_normalize)

@test_case(points=0.5, hidden=True)
def test_lp_normalize_any_p(lp_normalize):
    """The result has norm 1 for every p, whether the entries are small or large."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'lp_normalize_any_p', lp_normalize=lp_normalize)

@test_case(points=0.25, hidden=True)
def test_lp_normalize_of_zero(lp_normalize):
    """The zero vector stays zero, without NaN; zeros among others are nothing special."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'lp_normalize_of_zero', lp_normalize=lp_normalize)

@test_case(points=0.25, hidden=True)
def test_lp_normalize_of_tiny_vectors(lp_normalize):
    """A vector that is tiny but not zero gets norm 1 as well; no entry is too small to count."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'lp_normalize_of_tiny_vectors', lp_normalize=lp_normalize)
