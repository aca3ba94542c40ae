"""Functions that nobody has begun: judged without a process, and like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys import doubles, file_of, notebook

from pcpt_grade.judge.judge import Judge
from pcpt_grade.judge.stubs import StubSession
from pcpt_grade.outcome import QuestionResult, Verdict
from pcpt_grade.wire.frames import FrameError
from pcpt_grade.worker.stubs import is_stub, only_stubs

MakeJudge = Callable[..., Judge]

# --- what is a stub ---------------------------------------------------------------------------


def bare(x, y=1): ...
def documented(x):
    """Say what would be computed."""


def zero(x):
    return 0


def nothing(x):
    return None


def computes(x):
    x + 1


async def later(x): ...


@pytest.mark.parametrize(
    ("function", "stub"),
    [(bare, True), (documented, True), (nothing, True), (lambda x: None, True), (zero, False),
     (computes, False), (later, False), (print, False), (Judge, False), (3, False)],
)  # fmt: skip
def test_is_stub(function: Any, stub: bool) -> None:
    """A stub is a function that does nothing, whatever it takes."""
    assert is_stub(function) is stub


def test_one_function_with_a_body_is_enough() -> None:
    """Only where all functions of a question do nothing, nobody has to be asked."""
    names = {"bare": bare, "zero": zero}
    assert only_stubs(["bare", "absent"], names) == {
        "bare": [["x", 1, False], ["y", 1, True]],
        "absent": None,
    }
    assert only_stubs(["bare", "zero"], names) == {}


# --- calling one ------------------------------------------------------------------------------

PARAMETERS = [
    "", "x", "x, y", "x, y=1", "x, /", "x, /, y", "x=1, /, y=2", "*x", "x, *y", "*, x", "*, x=1",
    "x, *, y", "**x", "x, **y", "x, /, y=1, *z, v, w=2, **u",
]  # fmt: skip
ARGUMENTS = st.tuples(
    st.lists(st.just(0), max_size=4), st.dictionaries(st.sampled_from("xyvq"), st.just(0))
)


def raised(function: Callable[..., Any], args: list[int], kwargs: dict[str, int]) -> type | None:
    """Return the type of what a call raises, or None; it returns None."""
    try:
        assert function(*args, **kwargs) is None
    except TypeError as error:
        return type(error)
    return None


@pytest.mark.parametrize("parameters", PARAMETERS)
@given(arguments=ARGUMENTS)
def test_calls(parameters: str, arguments: tuple[list[int], dict[str, int]]) -> None:
    """The judge's stand-in takes what the student's stub takes, and nothing else."""
    namespace: dict[str, Any] = {}
    exec(f"def f({parameters}): ...", namespace)
    session = StubSession(only_stubs(["f"], namespace), ["f"])
    stand_in = session.functions(session.describe(["f"]))["f"]
    assert stand_in
    assert raised(stand_in, *arguments) == raised(namespace["f"], *arguments)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 6) | st.text(max_size=3) | st.just("x"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("f"), inner),
)


@given(JSON | st.fixed_dictionaries({"f": JSON | st.lists(st.tuples(JSON, JSON, JSON))}))
def test_forged_stubs(news: Any) -> None:
    """Whatever a worker says, the judge has a function that does nothing, or it says so."""
    try:
        session = StubSession(news, ["f"])
    except FrameError:
        return
    kinds = session.describe(["f"])
    stand_in = session.functions(kinds)["f"]
    assert (stand_in is None) == (kinds["f"] == "missing")
    if stand_in:
        raised(stand_in, [], {})


# --- in a submission --------------------------------------------------------------------------

STUB = "def early(x): ...\ngrader.check('early')"
LOOK = """
try:
    forked = os.waitpid(-1, os.WNOHANG) == (0, 0)
except ChildProcessError:
    forked = False
def has_forked():
    return forked
"""
HAS_FORKED = file_of("has_forked", "raise AssertionError(str(has_forked()))")


def question(judge: Judge, *cells: str, name: str = "early") -> QuestionResult:
    """Return what comes of one question."""
    [found] = [each for each in judge.judge(notebook(*cells)).questions if each.name == name]
    return found


@pytest.mark.parametrize(("body", "forked"), [("...", "False"), ("return 1", "True")])
def test_stubs_cost_no_process(body: str, forked: str, make_judge: MakeJudge) -> None:
    """Where a stub is checked, nothing is forked."""
    judge = make_judge({"early": doubles("early"), "has_forked": HAS_FORKED})
    seen = question(judge, STUB.replace("...", body), LOOK, name="has_forked")
    assert f"AssertionError: {forked}" in seen.checks[0].message


def test_messages(make_judge: MakeJudge) -> None:
    """A stub returned None; one that takes something else says what it lacks."""
    judge = make_judge({"early": doubles("early")})
    [check] = question(judge, STUB).checks
    assert check.verdict is Verdict.MISSING
    assert "expected 4, got None" in check.message
    [check] = question(judge, STUB.replace("(x)", "(x, y)")).checks
    assert check.verdict is Verdict.ERROR
    assert "TypeError: early(): missing a required argument: 'y" in check.message


def test_the_last_check_counts(make_judge: MakeJudge) -> None:
    """A stub that is filled in later, or emptied, is judged as what it was when last checked."""
    right = "def early(x):\n    return 2 * x\ngrader.check('early')"
    judge = make_judge({"early": doubles("early")})
    assert question(judge, STUB, right).score == 1
    assert question(judge, right, STUB).score == 0
    assert question(judge, STUB, right.partition("\ngrader")[0]).score == 0
