from otter.test_files import test_case

OK_FORMAT = False

name = "spectral_l2_fft"
points = None

@test_case(points=0.625, hidden=False)
def test_spectral_l2_fft_of_an_impulse(spectral_l2_fft):
    """The magnitudes [1, 1, 1] of [2, 0, 0, 0] and [4, 0, 0] of [2, 2, 2, 2] give (9+1+1)/3."""
    import math
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

    def spectral_l2_fft_of_an_impulse(spectral_l2_fft):
        impulse, constant = (torch.tensor([2.0, 0.0, 0.0, 0.0]), torch.tensor([2.0, 2.0, 2.0, 2.0]))
        expect_close(spectral_l2_fft(impulse, constant), torch.tensor(11 / 3), 'spectral_l2_fft([2, 0, 0, 0], [2, 2, 2, 2])', mistakes={'the full instead of the one-sided spectrum (or no spectrum at all)': 3.0, 'the highest frequency left out': 5.0, 'the frequency 0 left out': 1.0, 'the means taken out first': 2 / 3, 'the inner frequencies counted twice': 4.0, 'no normalization': 44 / 3, "the normalization 'forward'": 11 / 12, 'squared magnitudes': 227 / 3, 'the sum instead of the mean': 11.0, 'absolute instead of squared differences': 5 / 3, 'the root of the mean square': math.sqrt(11 / 3)}, hint="Mean of the squared differences of `torch.fft.rfft(..., norm='ortho').abs()`.")
        expect_close(spectral_l2_fft(torch.tensor([0.0, 2.0, 0.0, 0.0]), impulse), torch.tensor(0.0), 'spectral_l2_fft([0, 2, 0, 0], [2, 0, 0, 0])', mistakes={'the difference of complex spectra instead of magnitudes': 2.0, 'the real part instead of the magnitude': 5 / 3}, hint='An impulse that moves keeps its magnitudes: take `.abs()` before the difference.')
    call_check(spectral_l2_fft_of_an_impulse, spectral_l2_fft=spectral_l2_fft)

@test_case(points=0.375, hidden=True)
def test_spectral_l2_fft_ignores_shift_sign_and_direction(spectral_l2_fft):
    """A circular shift, the opposite sign and time reversal do not change the magnitudes."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'spectral_l2_fft_ignores_shift_sign_and_direction', spectral_l2_fft=spectral_l2_fft)

@test_case(points=0.5, hidden=True)
def test_spectral_l2_fft_transforms_the_last_dimension(spectral_l2_fft):
    """Of a batch, the last dimension is transformed and the mean is over everything."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'spectral_l2_fft_transforms_the_last_dimension', spectral_l2_fft=spectral_l2_fft)

@test_case(points=0.75, hidden=True)
def test_spectral_l2_fft_cuts_or_pads_to_n_fft(spectral_l2_fft):
    """With `n_fft` the first `n_fft` samples count, padded with zeros where there are fewer."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'spectral_l2_fft_cuts_or_pads_to_n_fft', spectral_l2_fft=spectral_l2_fft)

@test_case(points=0.75, hidden=True)
def test_spectral_l2_fft_gradients(spectral_l2_fft):
    """Gradients flow to both signals."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'spectral_l2_fft_gradients', spectral_l2_fft=spectral_l2_fft)
