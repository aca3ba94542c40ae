from otter.test_files import test_case

OK_FORMAT = False

name = "broadcast_shape"
points = None

@test_case(points=0.5, hidden=False)
def test_broadcast_shape_of_small_tables(broadcast_shape):
    """(4, 1) and (3,) give (4, 3), (2, 3) and (3,) give (2, 3), (2, 3) and (2,) give None."""
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

    def broadcast_shape_of_small_tables(broadcast_shape):
        hint = 'Write the shapes below each other, aligned at the right, and look at each column.'
        for shape_a, shape_b, want in (((4, 1), (3,), (4, 3)), ((2, 3), (3,), (2, 3)), ((2, 3), (2,), None)):
            call = f'broadcast_shape({shape_a}, {shape_b})'
            try:
                got = broadcast_shape(shape_a, shape_b)
            except (RuntimeError, ValueError) as error:
                name = type(error).__name__
                fail(f'{call} should be {show(want)}, but raised {name}: {error}', hint)
            if got is None and want is not None:
                fail(f'{call} should be {show(want)}, but is None, although the shapes are compatible.', f'{hint} (A stub returns None, too.)')
            if isinstance(got, tuple) and want is None:
                fail(f'{call} should be None, but is {show(got)}: 3 meets 2, and neither is 1.', hint)
            if isinstance(got, tuple) and any((hasattr(size, '__len__') for size in got)):
                fail(f'{call} should be a tuple of ints, but is {show(got)}.')
            expect_equal(got, want, call, hint=hint)
    call_check(broadcast_shape_of_small_tables, broadcast_shape=broadcast_shape)
