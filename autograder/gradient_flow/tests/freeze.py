from otter.test_files import test_case

OK_FORMAT = False

name = "freeze"
points = None

@test_case(points=0.5, hidden=False)
def test_freeze_the_first_layer(freeze):
    """Freezing layer "0" of Linear(3, 2), ReLU, Linear(2, 1) leaves 3 numbers trainable."""
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

    def freeze_the_first_layer(freeze):
        model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU(), torch.nn.Linear(2, 1))
        count = freeze(model, '0')
        flags = {name: parameter.requires_grad for name, parameter in model.named_parameters()}
        for name, want in {'0.weight': False, '0.bias': False, '2.weight': True, '2.bias': True}.items():
            expect_equal(flags.get(name), want, f'after freeze(model, "0"), requires_grad of {name}')
        is_integer = type(count).__name__.startswith('int')
        expect_equal(int(count) if is_integer else count, 3, 'freeze(model, "0")', mistakes={'the number of frozen scalars': 8, 'the number of all scalars': 11, 'tensors counted instead of the scalars in them': 2}, hint='Count the single numbers in all parameters that are still trainable.')
    call_check(freeze_the_first_layer, freeze=freeze)

@test_case(points=0.5, hidden=True)
def test_freeze_stops_at_whole_names(freeze):
    """The prefix "net" matches neither "net2.weight" nor "head.net.weight"."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'freeze_stops_at_whole_names', freeze=freeze)

@test_case(points=0.5, hidden=True)
def test_freeze_a_single_parameter(freeze):
    """The full name of a parameter freezes this parameter alone."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'freeze_a_single_parameter', freeze=freeze)

@test_case(points=0.5, hidden=True)
def test_freeze_keeps_what_was_frozen(freeze):
    """Parameters that were frozen before stay frozen and do not count as trainable."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'freeze_keeps_what_was_frozen', freeze=freeze)

@test_case(points=0.25, hidden=True)
def test_freeze_nothing_without_a_match(freeze):
    """A prefix that no parameter matches changes nothing; the trainable scalars are counted."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'freeze_nothing_without_a_match', freeze=freeze)

@test_case(points=0.25, hidden=True)
def test_freeze_changes_nothing_else(freeze):
    """Values, gradients and training modes stay as they are."""
    from pcpt_grade.checks import run_check
    run_check('gradient_flow', 'freeze_changes_nothing_else', freeze=freeze)
