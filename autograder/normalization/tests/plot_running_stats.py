from otter.test_files import test_case

OK_FORMAT = False

name = "plot_running_stats"
points = None

@test_case(points=0.5, hidden=False)
def test_plot_running_stats_two_axes(plot_running_stats):
    """The figure shows the means in one axes and the variances in another."""
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

    def plot_running_stats_two_axes(plot_running_stats):
        means, variances = ([0.5, 0.8, 0.95], [1.5, 1.9, 2.4])
        curves = {'slow': (torch.tensor(means), torch.tensor(variances))}
        figure = expect_figure(plot_running_stats(curves, 1.0, 2.5), 'plot_running_stats(...)')
        found = set()
        for ax in figure.get_axes():
            drawn = [line.get_ydata() for line in ax.get_lines()]
            for collection in ax.collections:
                drawn += [part[:, 1] for part in getattr(collection, 'get_segments', list)()]
            lines = []
            for values in drawn:
                try:
                    lines.append([round(float(y), 4) for y in values])
                except (TypeError, ValueError):
                    continue
            if (means in lines) != (variances in lines):
                found.add('means' if means in lines else 'vars')
        for name in ('means', 'vars'):
            if name not in found:
                fail(f'no axes shows the {name} as a line, apart from the other statistic.', '`fig, axes = plt.subplots(1, 2)`, then one `axes[k].plot(epochs, values)` each.')
    call_check(plot_running_stats_two_axes, plot_running_stats=plot_running_stats)

@test_case(points=0.5, hidden=True)
def test_plot_running_stats_lines(plot_running_stats):
    """Each axes has one labelled line per entry, over the epochs 1, 2, …, E."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'plot_running_stats_lines', plot_running_stats=plot_running_stats)

@test_case(points=0.5, hidden=True)
def test_plot_running_stats_references(plot_running_stats):
    """Each axes has a horizontal line at the true value, axis labels, and a legend."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'plot_running_stats_references', plot_running_stats=plot_running_stats)
