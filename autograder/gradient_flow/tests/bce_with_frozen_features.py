from otter.test_files import test_case

OK_FORMAT = False

name = "bce_with_frozen_features"
points = None

@test_case(points=0.5, hidden=False)
def test_bce_with_frozen_features_of_two_points(bce_with_frozen_features):
    """For the logits 2 and -2 with targets 1 and 0 the loss is 0.1269, and only `head` learns."""
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

    def bce_with_frozen_features_of_two_points(bce_with_frozen_features):
        features, head = (torch.nn.Linear(1, 1), torch.nn.Linear(1, 1))
        with torch.no_grad():
            for layer, weight in ((features, 2.0), (head, 1.0)):
                layer.weight.fill_(weight)
                layer.bias.fill_(0.0)
        X, y = (torch.tensor([[1.0], [-1.0]]), torch.tensor([[1.0], [0.0]]))
        call = 'bce_with_frozen_features(features, head, X, y)'
        loss = bce_with_frozen_features(features, head, X, y)
        expect_close(loss, torch.tensor(0.12692801), call, mistakes={'the sum instead of the mean': 0.25385602, 'probabilities passed where logits are expected': 0.5506075, 'the sign the wrong way round': -0.12692801})
        if not loss.requires_grad:
            fail(f'{call} has no gradient at all.', 'Only the features are cut off, not the head.')
        if any((parameter.grad is not None for parameter in head.parameters())):
            fail(f'{call} called `backward()` itself.', 'Return the loss; the caller does the rest.')
        try:
            loss.backward()
        except RuntimeError as error:
            fail(f'backward() on {call} fails: {error}', 'Return the loss with its graph intact.')
        if features.weight.grad is not None or features.bias.grad is not None:
            fail(f"backward() on {call} gave gradients to the features' parameters.", 'Cut the graph between `features` and `head`.')
        if head.weight.grad is None:
            fail(f"backward() on {call} did not reach the head's parameters.")
        expect_close(head.weight.grad, torch.tensor([[-0.23840584]]), 'the gradient of head.weight')
    call_check(bce_with_frozen_features_of_two_points, bce_with_frozen_features=bce_with_frozen_features)

@test_case(points=0.75, hidden=True)
def test_bce_with_frozen_features_loss_and_gradients(bce_with_frozen_features):
    """Loss and gradients of the head are right, for targets of shape (N, 1), (N,) and (N, K)."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'bce_with_frozen_features_loss_and_gradients', bce_with_frozen_features=bce_with_frozen_features)

@test_case(points=0.5, hidden=True)
def test_bce_with_frozen_features_of_large_logits(bce_with_frozen_features):
    """Loss and gradients are exact and finite for logits of ±100, ±150 and ±10000."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'bce_with_frozen_features_of_large_logits', bce_with_frozen_features=bce_with_frozen_features)

@test_case(points=0.5, hidden=True)
def test_bce_with_frozen_features_touches_no_flag(bce_with_frozen_features):
    """`requires_grad`, modes and old gradients stay as they are in both modules."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'bce_with_frozen_features_touches_no_flag', bce_with_frozen_features=bce_with_frozen_features)

@test_case(points=0.25, hidden=True)
def test_bce_with_frozen_features_in_the_modes_found(bce_with_frozen_features):
    """Modules run in the modes in which they are; every parameter of the head gets its gradient."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'bce_with_frozen_features_in_the_modes_found', bce_with_frozen_features=bce_with_frozen_features)
