from otter.test_files import test_case

OK_FORMAT = False

name = "dropout_modes"
points = None

@test_case(points=0.5, hidden=False)
def test_dropout_modes_of_a_table(dropout_modes):
    """In evaluation nothing changes; in training entries are 0 or, for p = 0.5, doubled."""
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

    def dropout_modes_of_a_table(dropout_modes):
        X = torch.arange(1.0, 401.0).reshape(20, 20)
        result = dropout_modes(X, 0.5)
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            fail(f'dropout_modes(X, 0.5) should return two tensors, but returned {show(result)}.')
        train_out, eval_out = result
        expect_tensor(train_out, 'train_out of dropout_modes(X, 0.5)', (20, 20), torch.float32)
        expect_tensor(eval_out, 'eval_out of dropout_modes(X, 0.5)', (20, 20), torch.float32)
        X = torch.arange(1.0, 401.0).reshape(20, 20)
        if not torch.allclose(eval_out, X):
            trained = bool(((eval_out == 0) | (eval_out == 2 * X)).all() and eval_out.any())
            named = 'the scaling of classic dropout' if torch.allclose(eval_out, X / 2) else ''
            named = 'training mode' if trained else named
            fail(f'eval_out should be X, whose first row begins with {show(X[0, :4])}, but it begins with {show(eval_out[0, :4])}.' + comes_of(named), 'The order is (train_out, eval_out), and in evaluation mode dropout does nothing.')
        dropped = train_out == 0
        if bool(dropped.all()) or not bool(dropped.any()):
            fail(f'train_out of dropout_modes(X, 0.5) should have about 200 of 400 entries dropped, but has {int(dropped.sum())}.', '`layer.train()` switches dropout on, `layer.eval()` off.')
        if not torch.allclose(train_out[~dropped], 2 * X[~dropped]):
            unscaled = torch.allclose(train_out[~dropped], X[~dropped])
            fail('The entries of train_out that are not 0 should be 2 * X for p = 0.5.' + (' What came has no scaling of the kept entries.' if unscaled else ''), 'Training mode drops entries and scales the others by 1/(1 - p).')
    call_check(dropout_modes_of_a_table, dropout_modes=dropout_modes)
