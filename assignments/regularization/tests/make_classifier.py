from otter.test_files import test_case

OK_FORMAT = False

name = "make_classifier"
points = None

@test_case(points=0.5, hidden=False)
def test_make_classifier_without_dropout(make_classifier):
    """Without dropout: Linear, ReLU, Linear, ReLU, Linear, from (5, 2) to (5, 1)."""
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

    def make_classifier_without_dropout(make_classifier):
        model = make_classifier(False, hidden_dim=8)
        sequential = torch.nn.Sequential
        if not isinstance(model, sequential) or type(model).forward is not sequential.forward:
            fail(f'make_classifier should return an nn.Sequential, but returned {show(model)}.', 'A subclass leaves `forward` as it is.')
        layers = [model]
        while any((isinstance(layer, torch.nn.Sequential) for layer in layers)):
            opened = [layer if isinstance(layer, torch.nn.Sequential) else [layer] for layer in layers]
            layers = [layer for group in opened for layer in group]
        for layer in layers:
            if getattr(torch.nn, type(layer).__name__, None) is not type(layer):
                fail(f'The model contains {show(layer)}.', 'Use nn.Linear, nn.ReLU and nn.Dropout.')
        try:
            logits = model(torch.zeros(5, 2))
        except Exception as error:
            fail(f'The model cannot take a (5, 2) input: {error}', 'Do widths and dtypes fit together?')
        expect_tensor(logits, "the model's output for a (5, 2) input", (5, 1), torch.float32)
        absent = (torch.nn.Identity, torch.nn.Flatten)
        order = ' → '.join((type(layer).__name__ for layer in layers if not isinstance(layer, absent) and (not (type(layer) is torch.nn.Dropout and layer.p == 0))))
        want = 'Linear → ReLU → Linear → ReLU → Linear'
        expect_equal(order, want, 'the order of layers of make_classifier(False)', mistakes={'dropout although it was not asked for': want.replace('ReLU', 'ReLU → Dropout'), 'a sigmoid on the output': want + ' → Sigmoid', 'one hidden layer instead of two': 'Linear → ReLU → Linear', 'three hidden layers instead of two': 'Linear → ReLU → ' + want, 'an activation on the output': want + ' → ReLU'}, hint='Two hidden layers with ReLU, then a last Linear whose output is the logit.')
    call_check(make_classifier_without_dropout, make_classifier=make_classifier)
