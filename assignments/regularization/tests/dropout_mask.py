from otter.test_files import test_case

OK_FORMAT = False

name = "dropout_mask"
points = None

@test_case(points=0.5, hidden=False)
def test_dropout_mask_is_zero_or_one(dropout_mask):
    """Every entry of the mask is exactly 0 or 1; there are both, as many as there are values."""
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

    def dropout_mask_is_zero_or_one(dropout_mask):
        X = torch.arange(1.0, 2001.0).reshape(40, 50)
        mask = dropout_mask(X, 0.25)
        expect_tensor(mask, 'dropout_mask(X, 0.25)', (40, 50), torch.float32)
        wrong = mask[(mask != 0) & (mask != 1)]
        if len(wrong) > 0:
            fail(f'dropout_mask(X, 0.25) should have zeros and ones only, but has {float(wrong[0])!r}.', 'The mask itself is not scaled by 1/(1 - p), and it does not contain X.')
        kept = int(mask.sum())
        if not 1250 <= kept <= 1750:
            named = 'p as the probability of keeping' if 250 <= kept <= 750 else ''
            named = 'p = 0.5, whatever p is' if 800 <= kept <= 1200 else named
            fail(f'dropout_mask(X, 0.25) should keep about 1500 of 2000 entries, but keeps {kept}.' + comes_of(named), 'p is the probability that an entry is dropped.')
    call_check(dropout_mask_is_zero_or_one, dropout_mask=dropout_mask)
