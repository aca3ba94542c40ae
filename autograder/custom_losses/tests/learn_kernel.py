from otter.test_files import test_case

OK_FORMAT = False

name = "learn_kernel"
points = None

@test_case(points=0.75, hidden=False)
def test_learn_kernel_finds_three_numbers(learn_kernel):
    """From the response to an impulse it learns the kernel [1, -2, 0.5]."""
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

    def learn_kernel_finds_three_numbers(learn_kernel):
        x = torch.tensor([0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
        y = torch.tensor([0.0, 0.0, 0.5, -2.0, 1.0, 0.0, 0.0, 0.0])
        result = learn_kernel(x, y, 3, torch.nn.functional.mse_loss, epochs=60, lr=0.2)
        if not isinstance(result, (tuple, list)) or len(result) != 3:
            fail(f'learn_kernel should return (h, y_est, losses), but returned {show(result)}.')
        h, y_est, losses = result
        expect_tensor(h, 'h of learn_kernel', (3,), torch.float32)
        expect_tensor(y_est, 'y_est of learn_kernel', (8,), torch.float32)
        if not isinstance(losses, list):
            fail(f'losses should be a list of floats, but is {show(losses)}.')
        if len(losses) != 60:
            fail(f'After 60 epochs there should be 60 losses, but there are {len(losses)}.')
        if not all((isinstance(loss, float) for loss in losses)):
            fail('losses should hold Python floats.', '`loss.item()` is the number without the graph.')
        if not losses[-1] < 0.05 * losses[0]:
            fail(f'The loss should fall below a twentieth, but went from {losses[0]:.4g} to {losses[-1]:.4g}.', 'In each epoch: zero the gradients, compute the loss, `backward()`, `step()`.')
        expect_close(h, torch.tensor([1.0, -2.0, 0.5]), 'h of learn_kernel', mistakes={'the kernel turned around': [0.5, -2.0, 1.0]}, hint='`conv1d` does not turn the kernel around, so return it as it is.', atol=0.4)
    call_check(learn_kernel_finds_three_numbers, learn_kernel=learn_kernel)

@test_case(points=0.5, hidden=True)
def test_learn_kernel_calls_loss_fn(learn_kernel):
    """In every epoch, `loss_fn(y_est, y_target)` gets two tensors of one shape, in this order."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_calls_loss_fn', learn_kernel=learn_kernel)

@test_case(points=0.625, hidden=True)
def test_learn_kernel_takes_adam_steps(learn_kernel):
    """Each epoch notes the loss, then takes one Adam step with that learning rate."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_takes_adam_steps', learn_kernel=learn_kernel)

@test_case(points=0.375, hidden=True)
def test_learn_kernel_returns_the_last_kernel(learn_kernel):
    """`h` is the kernel after as many updates as there are epochs."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_returns_the_last_kernel', learn_kernel=learn_kernel)

@test_case(points=0.375, hidden=True)
def test_learn_kernel_output_fits_its_kernel(learn_kernel):
    """`y_est` is the input filtered with the returned `h`, also in float64 and for even K."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_output_fits_its_kernel', learn_kernel=learn_kernel)

@test_case(points=0.375, hidden=True)
def test_learn_kernel_returns_plain_tensors(learn_kernel):
    """`h` and `y_est` have no gradient history, and the inputs stay as they were."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_returns_plain_tensors', learn_kernel=learn_kernel)

@test_case(points=0.5, hidden=True)
def test_learn_kernel_learns_under_every_loss(learn_kernel):
    """It learns under a spectral and a correlation loss, too, so it does not start at zero."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_learns_under_every_loss', learn_kernel=learn_kernel)

@test_case(points=0.25, hidden=True)
def test_learn_kernel_seed(learn_kernel):
    """The seed, 0 by default, decides on the start alone."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_seed', learn_kernel=learn_kernel)

@test_case(points=0.25, hidden=True)
def test_learn_kernel_defaults(learn_kernel):
    """Without further arguments there are 100 epochs, with a learning rate of 0.05 throughout."""
    from pcpt_grade.checks import run_check
    run_check('custom_losses', 'learn_kernel_defaults', learn_kernel=learn_kernel)
