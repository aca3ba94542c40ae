from otter.test_files import test_case

OK_FORMAT = False

name = "fit_polynomial"
points = None

@test_case(points=0.5, hidden=False)
def test_fit_polynomial_returns_weights_and_losses(fit_polynomial):
    """It returns degree + 1 weights without gradient history and a list of one loss per epoch."""
    import itertools
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

    def fit_polynomial_returns_weights_and_losses(fit_polynomial):
        x = torch.tensor([[-1.0], [-0.5], [0.0], [1.0]])
        call = 'fit_polynomial(x, 100 + x**2, 3, epochs=5)'
        result = fit_polynomial(x, 100 + x ** 2, 3, epochs=5)
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            fail(f'{call} should return (coefficients, losses), but returned {show(result)}.')
        coefficients, losses = result
        expect_tensor(coefficients, f'coefficients of {call}', (4,), torch.float32)
        if coefficients.requires_grad:
            fail(f'The coefficients of {call} carry gradient history.', '`.detach()` cuts it off.')
        if not isinstance(losses, list) or not all((isinstance(loss, float) for loss in losses)):
            fail(f'The losses of {call} should be a list of floats.', '`loss.item()` gives a float.')
        expect_equal(len(losses), 5, f'the number of losses of {call}')
        if not all((before > after > 0 for before, after in itertools.pairwise(losses))):
            fail(f'The losses of {call} should fall in every epoch, but are {show(losses)}.', 'Every epoch makes one step on all points, and its loss is the error before that step.')
    call_check(fit_polynomial_returns_weights_and_losses, fit_polynomial=fit_polynomial)

@test_case(points=0.5, hidden=False)
def test_fit_polynomial_learns_a_line(fit_polynomial):
    """With its defaults it takes 500 steps and learns the slope of the line y = 1 + 2x."""
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

    def fit_polynomial_learns_a_line(fit_polynomial):
        x = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
        call = 'fit_polynomial(x, 1 + 2 * x, 1)'
        result = fit_polynomial(x, 1 + 2 * x, 1)
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            fail(f'{call} should return (coefficients, losses), but returned {show(result)}.')
        coefficients, losses = result
        expect_tensor(coefficients, f'coefficients of {call}', (2,), torch.float32)
        if not isinstance(losses, list) or not all((isinstance(loss, float) for loss in losses)):
            fail(f'The losses of {call} should be a list of floats.', '`loss.item()` gives a float.')
        expect_equal(len(losses), 500, f'the number of losses of {call}')
        slope = float(coefficients.detach()[1])
        if not abs(slope - 2) < 0.02:
            fail(f'The weight of x should be close to 2, but is {slope:.4g}.', 'Does every epoch clear the gradients, call backward() and make a step? Do predictions and targets have the same shape, so that nothing is broadcast?')
        if not losses[-1] < 0.01:
            fail(f'The last loss should be close to 0, but is {losses[-1]:.4g}.')
    call_check(fit_polynomial_learns_a_line, fit_polynomial=fit_polynomial)
