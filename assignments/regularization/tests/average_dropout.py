from otter.test_files import test_case

OK_FORMAT = False

name = "average_dropout"
points = None

@test_case(points=0.25, hidden=False)
def test_average_dropout_keeps_the_expectation(average_dropout):
    """Over 2000 entries and 10 passes the average comes close to X, but not entry by entry."""
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

    def average_dropout_keeps_the_expectation(average_dropout):
        X = torch.full((40, 50), 3.0)
        got = average_dropout(X, 0.5, 10)
        expect_tensor(got, 'average_dropout(X, 0.5, 10)', (40, 50), torch.float32)
        center = float(got.mean())
        if not 2.7 < center < 3.3:
            named = 'no scaling of the kept entries' if 1.35 < center < 1.65 else ''
            named = 'the sum of the passes instead of their mean' if 27 < center < 33 else named
            fail(f'average_dropout of threes should be about 3 on average, but is {center:.3g}.' + comes_of(named), 'Each pass scales the kept entries by 1/(1 - p); their mean comes close to X.')
        if bool((got == got[0, 0]).all()):
            fail('average_dropout(X, 0.5, 10) has the same value everywhere.', 'In training mode each entry is dropped or kept by chance; average over the passes only, not over the entries.')
    call_check(average_dropout_keeps_the_expectation, average_dropout=average_dropout)
