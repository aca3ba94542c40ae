from otter.test_files import test_case

OK_FORMAT = False

name = "sum_to_shape"
points = None

@test_case(points=0.5, hidden=False)
def test_sum_to_shape_of_a_small_table(sum_to_shape):
    """[[1, 2, 3], [4, 5, 6]] becomes [5, 7, 9] in shape (3,), and [[6], [15]] in shape (2, 1)."""
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

    def is_same(got, want):
        try:
            return bool(got == want)
        except (RuntimeError, TypeError, ValueError):
            return False

    def watch(*inputs):
        return [(given, given.detach().clone() if isinstance(given, torch.Tensor) else items_of(given)) for given in inputs]

    def items_of(container):
        return [*container, *container.values()] if isinstance(container, dict) else list(container)

    def is_untouched(given, before):
        if isinstance(given, torch.Tensor):
            return given.shape == before.shape and torch.equal(given.detach().nan_to_num(nan=1.25e+30), before.nan_to_num(nan=1.25e+30))
        now = items_of(given)
        return len(now) == len(before) and all((new is old or (not isinstance(new, torch.Tensor) and is_same(new, old)) for new, old in zip(now, before, strict=True)))

    def expect_untouched(watched, call):
        for given, before in watched:
            if is_untouched(given, before):
                continue
            if not isinstance(given, torch.Tensor):
                fail(f'{call} changed a {type(given).__name__} that it was given.', '`pop`, `sort`, `append` and the like change what the caller still owns; work on a copy.')
            fail(f'{call} changed its input in place.', 'Functions that end in `_` and operators like `+=` write into the tensor that the caller still owns; compute a new tensor instead.')

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

    def sum_to_shape_of_a_small_table(sum_to_shape):
        grad = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        before = watch(grad)
        expect_close(sum_to_shape(grad, (3,)), torch.tensor([5.0, 7.0, 9.0]), 'sum_to_shape([[1, 2, 3], [4, 5, 6]], (3,))', mistakes={'a mean instead of a sum': [2.5, 3.5, 4.5], 'the first entry taken instead of the sum': [1.0, 2.0, 3.0]}, hint='A (3,) vector that meets a (2, 3) table is added to 2 rows, so 2 gradients meet.')
        expect_untouched(before, 'sum_to_shape(grad, (3,))')
        expect_close(sum_to_shape(grad, (2, 1)), torch.tensor([[6.0], [15.0]]), 'sum_to_shape([[1, 2, 3], [4, 5, 6]], (2, 1))', mistakes={'a mean instead of a sum': [[2.0], [5.0]], 'the first entry taken instead of the sum': [[1.0], [4.0]]}, hint='A (2, 1) column was stretched to 3 columns; its size-1 dimension is still there.')
    call_check(sum_to_shape_of_a_small_table, sum_to_shape=sum_to_shape)
