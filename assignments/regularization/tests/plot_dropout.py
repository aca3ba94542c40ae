from otter.test_files import test_case

OK_FORMAT = False

name = "plot_dropout"
points = None

@test_case(points=0.75, hidden=False)
def test_plot_dropout_shows_three_panels(plot_dropout):
    """Three image panels show input, mask and output, each with a title; the mask's names p."""
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

    def expect_figure(got, call):
        if not (hasattr(got, 'savefig') and hasattr(got, 'get_axes')) or isinstance(got, type):
            fail(f'{call} should return the Figure, but returned {show(got)}.', '`fig, axes = plt.subplots(...)`, and at the end `return fig`.')
        if not got.get_axes():
            fail(f'The Figure that {call} returned is empty.', '`plt.show()` closes the current figure: keep it in a name before, and return that.')
        return got

    def image_panels(figure):
        panels = [ax for ax in figure.axes if ax.get_images()]
        places = {ax: ax.get_position(original=True) for ax in panels}
        if panels:
            in_a_row = max((place.y0 for place in places.values())) < min((p.y1 for p in places.values()))
            stacked = max((place.x0 for place in places.values())) < min((p.x1 for p in places.values()))
            if in_a_row and (not stacked):
                panels.sort(key=lambda ax: places[ax].x0)
            if stacked and (not in_a_row):
                panels.sort(key=lambda ax: -places[ax].y1)
        return panels

    def plot_dropout_shows_three_panels(plot_dropout):
        X = torch.tensor([[0.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        mask = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
        figure = expect_figure(plot_dropout(X.clone(), mask.clone(), X * mask / 0.6875, 0.3125), 'plot_dropout(...)')
        panels = image_panels(figure)
        expect_equal(len(panels), 3, 'the number of image panels', hint='Draw each with `ax.imshow`.')
        candidates = {'X': X, 'mask': mask, 'output': X * mask / 0.6875, 'X * mask, without the scaling': X * mask, 'the dropped entries as 1': 1 - mask, 'the transpose of X': X.T, 'where the output is not 0': (X * mask != 0).float()}
        for number, (ax, name) in enumerate(zip(panels, ('X', 'mask', 'output'), strict=True), 1):
            images = [torch.as_tensor(image.get_array().data.tolist(), dtype=torch.float64).nan_to_num(0.0) for image in ax.get_images()]
            shown = [candidate for candidate, want in candidates.items() if any((i.shape == want.shape and torch.allclose(i, want.double()) for i in images))]
            if name not in shown:
                what = shown[0] if shown else 'something else'
                fail(f'Image panel {number} should show {name}, but shows {what}.', 'From left to right (or top to bottom): X, mask, output, each drawn as it is.')
            title = ax.get_title(loc='left') + ax.get_title() + ax.get_title(loc='right')
            if not title.strip():
                fail(f'The panel that shows {name} has no title.', '`ax.set_title(...)`')
            words = ''.join((c if c in '0123456789.%' else ' ' for c in title)).split()
            numbers = {word.rstrip('.%').rstrip('0') for word in words}
            percent = '%' in title and '31.25' in numbers
            if name == 'mask' and (not percent) and (not numbers & {'0.3125', '.3125'}):
                rounded = numbers & {'0.3', '0.31', '0.312', '0.313', '31'}
                named = comes_of('p rounded' if rounded else '')
                named = ' This is the probability of keeping.' if '0.6875' in numbers else named
                fail(f"The mask's title should name p=0.3125, but is {title!r}.{named}", 'f"… p={p}" writes all digits.')
    call_check(plot_dropout_shows_three_panels, plot_dropout=plot_dropout)
