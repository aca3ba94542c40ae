from otter.test_files import test_case

OK_FORMAT = False

name = "plot_kernel_result"
points = None

@test_case(points=0.375, hidden=False)
def test_plot_kernel_result_has_four_axes(plot_kernel_result):
    """The figure has four axes with labels."""
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

    def plot_kernel_result_has_four_axes(plot_kernel_result):
        x, h, y = (torch.tensor([1.0, -1.0, 2.0, 0.0]), torch.tensor([0.5, 2.0]), torch.zeros(4))
        figure = plot_kernel_result(x, h, y + 0.1, y, [2.0, 1.0, 0.5], h + 0.2)
        expect_figure(figure, 'plot_kernel_result(...)')
        if len(figure.axes) < 4:
            fail(f'The figure should have four axes, but has {len(figure.axes)}.')
        labelled = 0
        for ax in figure.axes:
            x_axes, y_axes = (ax.get_shared_x_axes(), ax.get_shared_y_axes())
            x_labels = [a.get_xlabel() for a in figure.axes if a is ax or x_axes.joined(ax, a)]
            y_labels = [a.get_ylabel() for a in figure.axes if a is ax or y_axes.joined(ax, a)]
            x_label = ''.join([*x_labels, figure.get_supxlabel()]).strip()
            labelled += bool(x_label and ''.join([*y_labels, figure.get_supylabel()]).strip())
        if labelled < 4:
            fail(f'All four axes should have labels on x and y, but only {labelled} have both.', '`ax.set(xlabel="n", ylabel="y[n]")`.')
    call_check(plot_kernel_result_has_four_axes, plot_kernel_result=plot_kernel_result)
