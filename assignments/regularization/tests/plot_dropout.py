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
                fail(f'{call} should be {show(want)}, but is {show(got)}. This is what comes out with {name}.', hint)
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

    def plot_dropout_shows_three_panels(plot_dropout):
        X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        mask = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
        panels = {'X': X, 'mask': mask, 'output': X * mask / 0.875}
        figure = plot_dropout(X, mask, X * mask / 0.875, 0.125)
        if not hasattr(figure, 'axes') or not hasattr(figure, 'savefig'):
            fail(f'plot_dropout should return a matplotlib Figure, but returned {show(figure)}.', '`fig, axes = plt.subplots(1, 3)`, and at the end `return fig`.')
        axes = [ax for ax in figure.axes if ax.get_images()]
        expect_equal(len(axes), 3, 'the number of image panels', hint='Draw each with `ax.imshow`.')
        for ax, (name, values) in zip(axes, panels.items(), strict=True):
            shown = [torch.as_tensor(image.get_array().data.tolist(), dtype=torch.float64).nan_to_num(0.0) for image in ax.get_images()]
            want = values.double()
            if not any((got.shape == want.shape and torch.allclose(got, want) for got in shown)):
                fail(f'Image panel {axes.index(ax) + 1} does not show {name}.', 'X, mask, output.')
            title = ax.get_title(loc='left') + ax.get_title() + ax.get_title(loc='right')
            if not title.strip():
                fail(f'The panel that shows {name} has no title.', '`ax.set_title(...)`')
            if name == 'mask' and '0.125' not in title:
                rounded = '0.1' in title
                fail(f"The mask's title should name p=0.125, but is {title!r}." + (' This is what comes out with p rounded.' if rounded else ''), 'f"… p={p}" writes all digits.')
    call_check(plot_dropout_shows_three_panels, plot_dropout=plot_dropout)
