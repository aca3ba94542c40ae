from otter.test_files import test_case

OK_FORMAT = False

name = "apply_dropout"
points = None

@test_case(points=0.5, hidden=False)
def test_apply_dropout_of_five_numbers(apply_dropout):
    """1, 2, 3, 4, 5 with the mask 1, 0, 1, 1, 0 and p = 0.2 become 1.25, 0, 3.75, 5, 0."""
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

    def apply_dropout_of_five_numbers(apply_dropout):
        X, mask = (torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0]), torch.tensor([1.0, 0.0, 1.0, 1.0, 0.0]))
        expect_close(apply_dropout(X, mask, 0.2), torch.tensor([1.25, 0.0, 3.75, 5.0, 0.0]), 'apply_dropout([1, 2, 3, 4, 5], [1, 0, 1, 1, 0], 0.2)', mistakes={'the dropped entries kept': (1 - mask) * X / 0.8, 'no scaling of the kept entries': X * mask, 'kept entries multiplied by 1 - p': X * mask * 0.8, 'kept entries divided by p': X * mask / 0.2, 'kept entries divided by the share that the mask keeps': X * mask / 0.6, 'kept entries scaled but the others not dropped': X / 0.8, 'kept entries scaled twice': X * mask / 0.64}, hint='Kept entries are scaled by 1/(1 - p).')
    call_check(apply_dropout_of_five_numbers, apply_dropout=apply_dropout)

@test_case(points=0.25, hidden=True)
def test_apply_dropout_uses_mask_and_p(apply_dropout):
    """Kept entries are scaled by 1/(1 - p), the mask decides which; in float32 and float64."""
    from pcpt_grade.checks import run_check
    run_check('regularization', 'apply_dropout_uses_mask_and_p', apply_dropout=apply_dropout)

@test_case(points=0.25, hidden=True)
def test_apply_dropout_of_everything(apply_dropout):
    """For p = 1 the result is all zeros, never NaN; for p = 0.99 it still has the kept entries."""
    from pcpt_grade.checks import run_check
    run_check('regularization', 'apply_dropout_of_everything', apply_dropout=apply_dropout)

@test_case(points=0.25, hidden=True)
def test_apply_dropout_has_gradients(apply_dropout):
    """Its gradient with respect to X is mask/(1 - p)."""
    from pcpt_grade.checks import run_check
    run_check('regularization', 'apply_dropout_has_gradients', apply_dropout=apply_dropout)

@test_case(points=0.25, hidden=True)
def test_apply_dropout_leaves_inputs(apply_dropout):
    """X and the mask stay as they are."""
    from pcpt_grade.checks import run_check
    run_check('regularization', 'apply_dropout_leaves_inputs', apply_dropout=apply_dropout)
