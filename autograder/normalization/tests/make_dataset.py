from otter.test_files import test_case

OK_FORMAT = False

name = "make_dataset"
points = None

@test_case(points=0.5, hidden=False)
def test_make_dataset_shape_and_place(make_dataset):
    """Both kinds are float32 of shape (n, 1), around 1 and around -1 and 3, for even and odd n."""
    import torch

    def fail(reason, hint=''):
        raise AssertionError(f'{reason}\nHint: {hint}' if hint else reason)

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

    def make_dataset_shape_and_place(make_dataset):
        for kind in ('unimodal', 'bimodal'):
            for n in (1000, 7, 2):
                expect_tensor(make_dataset(kind, n), f'make_dataset({kind!r}, {n})', (n, 1), torch.float32)
        mean = float(make_dataset('unimodal', 1000).mean())
        if not 0.5 < mean < 1.5:
            fail(f"make_dataset('unimodal', 1000) has the mean {mean:.3g}, but should be N(1, 1.5²).")
        X = make_dataset('bimodal', 1000)
        left, right = (float(X[X < 0.9].mean()), float(X[X > 0.9].mean()))
        if not (-1.3 < left < -0.6 and 2.5 < right < 3.5):
            fail(f"make_dataset('bimodal', 1000) should gather around -1 and 3, but the means of its two parts are {left:.3g} and {right:.3g}.")
    call_check(make_dataset_shape_and_place, make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_of_unknown_kind(make_dataset):
    """Any other kind raises a ValueError, and the two known ones do not."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_of_unknown_kind', make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_unimodal(make_dataset):
    """The unimodal data are normal with mean 1 and standard deviation 1.5."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_unimodal', make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_bimodal(make_dataset):
    """The bimodal data are half N(-1, 0.5²) and half N(3, 1.2²), drawn independently."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_bimodal', make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_halves(make_dataset):
    """Of three bimodal samples, exactly one (3 // 2) belongs to N(-1, 0.5²)."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_halves', make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_shuffled(make_dataset):
    """The two parts of the bimodal data are mixed, by another order for another seed."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_shuffled', make_dataset=make_dataset)

@test_case(points=0.25, hidden=True)
def test_make_dataset_seed(make_dataset):
    """The same seed gives the same data, whatever the global RNG did; other seeds give others."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'make_dataset_seed', make_dataset=make_dataset)
