from otter.test_files import test_case

OK_FORMAT = False

name = "track_running_stats"
points = None

@test_case(points=0.5, hidden=False)
def test_track_running_stats_of_one_batch(track_running_stats):
    """The batch [[2], [6]] at momentum 0.25 gives means 1, 1.75 and vars 2.75, 4.0625 first."""
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

    def track_running_stats_of_one_batch(track_running_stats):
        call = 'track_running_stats([[[2], [6]]], momentum=0.25, epochs=3)'
        got = track_running_stats([torch.tensor([[2.0], [6.0]])], 0.25, 3)
        if not isinstance(got, (tuple, list)) or len(got) != 2:
            fail(f'{call} should return a pair of tensors, but returned {show(got)}.')
        expect_close(got[0], torch.tensor([1.0, 1.75, 2.3125]), f'the means from {call}', mistakes={'the values before each epoch instead of after it': [0.0, 1.0, 1.75], 'the last value in all places (one buffer, not copies of it)': [2.3125] * 3, 'momentum and 1 - momentum exchanged (swapped momentum)': [3.0, 3.75, 3.9375], 'a new layer in every epoch, or batches used up after the first': [1.0, 1.0, 1.0], 'a layer that is not in training mode': [0.0, 0.0, 0.0], 'momentum 0.1 whatever momentum is': [0.4, 0.76, 1.084], 'a plain average, or a start at the first batch': [4.0, 4.0, 4.0], "the layer's output written into the batch": [1.0, 0.75, 0.5625], 'means and vars in the wrong order': [2.75, 4.0625, 5.046875]}, hint='Make one layer, pass all batches in each epoch, then note its running statistics.')
        expect_close(got[1], torch.tensor([2.75, 4.0625, 5.046875]), f'the vars from {call}', mistakes={'the biased variance': [1.75, 2.3125, 2.734375], 'the standard deviation': [1.658312, 2.015564, 2.246525], 'a running variance that starts at 0': [2.0, 3.5, 4.625]}, hint='The unbiased variance of the batch is 8, and the running variance starts at 1.')
    call_check(track_running_stats_of_one_batch, track_running_stats=track_running_stats)

@test_case(points=0.5, hidden=True)
def test_track_running_stats_closed_form(track_running_stats):
    """Where every batch is the whole set, the statistics approach its own geometrically."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'track_running_stats_closed_form', track_running_stats=track_running_stats)

@test_case(points=0.5, hidden=True)
def test_track_running_stats_batch_by_batch(track_running_stats):
    """All batches count in their order, smaller ones too, and keep their values."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'track_running_stats_batch_by_batch', track_running_stats=track_running_stats)

@test_case(points=0.5, hidden=True)
def test_track_running_stats_of_a_loader(track_running_stats):
    """A `DataLoader` serves as well as a list or a tuple."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'track_running_stats_of_a_loader', track_running_stats=track_running_stats)

@test_case(points=0.5, hidden=True)
def test_track_running_stats_anew_in_every_epoch(track_running_stats):
    """Batches that are shuffled anew on every iteration are iterated anew in every epoch."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'track_running_stats_anew_in_every_epoch', track_running_stats=track_running_stats)
