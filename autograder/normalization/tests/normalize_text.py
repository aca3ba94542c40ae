from otter.test_files import test_case

OK_FORMAT = False

name = "normalize_text"
points = None

@test_case(points=0.5, hidden=False)
def test_normalize_text_in_french(normalize_text):
    """Texts like "Café", "À la CARTE" and "Crème Brûlée!" lose upper case and accents."""
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

    def normalize_text_in_french(normalize_text):
        for text, want, upper in (('Café', 'cafe', 'Cafe'), ('À la CARTE', 'a la carte', 'A la CARTE'), ('Crème Brûlée!', 'creme brulee!', 'Creme Brulee!')):
            expect_equal(normalize_text(text), want, f'normalize_text({text!r})', mistakes={'the accents left': text.lower(), 'upper case left': upper}, hint='Lower case, canonical decomposition, then drop the combining characters.')
    call_check(normalize_text_in_french, normalize_text=normalize_text)

@test_case(points=0.5, hidden=True)
def test_normalize_text_drops_every_accent(normalize_text):
    """All combining characters go, in every script, several on one letter, or already apart."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'normalize_text_drops_every_accent', normalize_text=normalize_text)

@test_case(points=0.25, hidden=True)
def test_normalize_text_keeps_the_rest(normalize_text):
    """What is no combining character stays: ß, ø, ﬁ, ², full-width letters, vowel signs, emoji."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'normalize_text_keeps_the_rest', normalize_text=normalize_text)

@test_case(points=0.25, hidden=True)
def test_normalize_text_stays_decomposed(normalize_text):
    """The lower case is that of `str.lower()`, and what was decomposed is not composed again."""
    from pcpt_grade.checks import run_check
    run_check('normalization', 'normalize_text_stays_decomposed', normalize_text=normalize_text)
