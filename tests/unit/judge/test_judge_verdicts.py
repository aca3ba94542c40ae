"""Verdicts, messages and scores: whose fault a failed check is, and otter's own words for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from otter.test_files import GradingResults
from otter.test_files.exception_test import ExceptionTestFile
from toys import HEAD, doubles, file_of, notebook

from pcpt_grade.judge import remote
from pcpt_grade.judge.judge import NO_ISOLATION, Judge
from pcpt_grade.judge.verdicts import classify
from pcpt_grade.outcome import SubmissionResult, Verdict

MakeJudge = Callable[..., Judge]

STUDENT = '''
import torch

class MyError(Exception):
    def __str__(self):
        return "my own text"

def right(x):
    return 2 * x

def wrong(x):
    return x + 1

def raises(x):
    raise ValueError(f"no {x}")

def keys(x):
    return {}["it's"]

def own_error(x):
    raise MyError(1)

def asserts(x):
    assert x < 0, "of the student's own"

def leaves(x):
    raise SystemExit(0)

def stub(x):
    ...

def documented_stub(x):
    """Double x."""
    ...

def nothing(x):
    pass

number = 3

def text(x):
    return "four"

def calls(x):
    return x(1)
'''

SEVERAL = """
got = {name}(2)
assert got is not None, "nothing came"
assert got == 4, f"expected 4, got {{got!r}}"
"""


def questions() -> dict[str, str]:
    """Return a test file per function above, and for one that is not there."""
    names = ["right", "wrong", "raises", "keys", "own_error", "asserts", "leaves", "stub",
             "documented_stub", "nothing", "number", "text", "absent"]  # fmt: skip
    tests = {
        name: file_of(name, SEVERAL.format(name=name), f"assert {name}(0) == 0", points=1.5)
        for name in names
    }
    tests["broken_check"] = file_of("broken_check", "1 / 0", function="right")
    tests["careless_check"] = file_of("careless_check", "wrong(2).shape", function="wrong")
    tests["calls"] = file_of("calls", "assert calls(lambda a, b: a) == 1")
    tests["asserting"] = file_of(
        "asserting",
        'def inner(x):\n    assert x > 5, "x is too small"\ncalls(inner)',
        function="calls",
    )
    return tests


EXPECTED = {
    "right": Verdict.PASS,
    "wrong": Verdict.FAIL,
    "raises": Verdict.ERROR,
    "keys": Verdict.ERROR,
    "own_error": Verdict.ERROR,
    "asserts": Verdict.ERROR,
    "leaves": Verdict.ERROR,
    "stub": Verdict.MISSING,
    "documented_stub": Verdict.MISSING,
    "nothing": Verdict.MISSING,
    "number": Verdict.ERROR,
    "text": Verdict.FAIL,
    "absent": Verdict.MISSING,
    "broken_check": Verdict.BROKEN,
    "careless_check": Verdict.BROKEN,
    "calls": Verdict.ERROR,
    "asserting": Verdict.FAIL,
}


@pytest.fixture
def judged(make_judge: MakeJudge) -> SubmissionResult:
    """Return the result of the student's cells above."""
    return make_judge(questions()).judge(notebook(STUDENT))


def test_whose_fault_it_is(judged: SubmissionResult) -> None:
    """Each kind of function gets its verdict."""
    assert {question.name: question.verdict for question in judged.questions} == EXPECTED


def test_a_broken_check_makes_the_submission_not_graded(judged: SubmissionResult) -> None:
    """Our own fault is never a zero: the result says which check it was."""
    assert judged.broken
    assert "check case_1 failed by itself" in judged.problem
    assert "ZeroDivisionError" in judged.problem


def run_in_process(tests: dict[str, str]) -> tuple[dict[str, Any], GradingResults]:
    """Run the student's cells and otter's own test files in this process."""
    env: dict[str, Any] = {}
    exec(STUDENT, env)  # as a kernel would
    files = {}
    for name, source in tests.items():
        files[name] = ExceptionTestFile.from_string(source, path=f"./tests/{name}.py")
        files[name].run(env)
    return files, GradingResults(list(files.values()))


def test_messages_and_scores_are_otters(make_judge: MakeJudge) -> None:
    """Texts, points and Gradescope's file are those of otter's own run."""
    tests = {
        name: source
        for name, source in questions().items()
        # SystemExit ends otter's run; lambdas and values that are no functions are named otherwise
        if name not in ("leaves", "number", "broken_check", "careless_check", "calls")
    }
    judge = make_judge(tests)
    judge.isolation = "namespaces"
    ours, results = judge.grade(notebook(STUDENT))
    files, otters = run_in_process(tests)
    for question in ours.questions:
        theirs = files[question.name]
        assert (question.score, question.possible) == (theirs.score, theirs.possible)
        assert [check.message for check in question.checks] == [
            "" if result.passed else result.message for result in theirs.test_case_results
        ]
        assert [check.points for check in question.checks] == [
            case.points for case in theirs.test_cases
        ]
    config = judge.autograder.otter_config()
    assert ours.gradescope == otters.to_gradescope_dict(config)
    assert results.to_gradescope_dict(config) == otters.to_gradescope_dict(config)
    assert (ours.score, ours.possible) == (otters.total, otters.possible)


@pytest.mark.parametrize(
    "config",
    [{}, {"show_hidden": True}, {"points_possible": 50}, {"score_threshold": 0.2},
     {"show_stdout": True}, {"show_all_public": True}],
)  # fmt: skip
def test_otters_configuration_is_obeyed(config: dict[str, Any], make_judge: MakeJudge) -> None:
    """Gradescope's file follows the autograder's configuration as in otter."""
    tests = {name: questions()[name] for name in ("right", "wrong", "stub")}
    judge = make_judge(tests, config)
    judge.isolation = "namespaces"
    ours = judge.judge(notebook(STUDENT))
    _, otters = run_in_process(tests)
    assert ours.gradescope == otters.to_gradescope_dict(judge.autograder.otter_config())


def test_points(make_judge: MakeJudge) -> None:
    """Points are resolved as otter does: given, shared out, all or nothing, zero."""
    sources = {
        "shared": HEAD.format(name="shared").replace("points = None", "points = 3")
        + "@test_case()\ndef a(right):\n    assert right(1) == 2\n"
        + "@test_case()\ndef b(right):\n    assert right(1) == 3\n",
        "whole": HEAD.format(name="whole").replace("None", "4\nall_or_nothing = True")
        + "@test_case()\ndef a(right):\n    assert right(1) == 2\n"
        + "@test_case()\ndef b(right):\n    assert right(1) == 3\n",
        "zero": file_of("zero", "assert right(1) == 2", points=0, function="right"),
        "default": HEAD.format(name="default")
        + "@test_case()\ndef a(right):\n    assert right(1) == 2\n"
        + "@test_case(success_message='yes')\ndef b(right, env):\n"
        + "    assert env['right'](1) == 2\n",
    }
    judge = make_judge(sources)
    judge.isolation = "namespaces"
    ours = judge.judge(notebook(STUDENT))
    files, otters = run_in_process(sources)
    assert {q.name: (q.score, q.possible) for q in ours.questions} == {
        name: (file.score, file.possible) for name, file in files.items()
    }
    assert ours.gradescope == otters.to_gradescope_dict(judge.autograder.otter_config())


def test_results_without_isolation_say_so(make_judge: MakeJudge) -> None:
    """Gradescope's output carries the warning."""
    judge = make_judge({"f": doubles("f")})
    judge.isolation = "none"
    assert judge.judge(notebook("f = abs")).gradescope["output"] == NO_ISOLATION


def test_submissions_that_cannot_be_read(make_judge: MakeJudge) -> None:
    """They are not graded, by their own fault, and the result says why."""
    result, results = make_judge({"f": doubles("f")}).grade(b"no notebook")
    assert not result.broken
    assert result.questions == ()
    assert "not valid JSON" in result.problem
    assert result.problem in result.gradescope["output"]
    assert result.gradescope["score"] == 0
    assert results.has_catastrophic_failure()


def test_notebooks_of_another_assignment(make_judge: MakeJudge) -> None:
    """A notebook that names another assignment is refused; other names do not matter."""
    judge = make_judge({"f": doubles("f")})
    judge.autograder = judge.autograder.__class__(
        **{**vars(judge.autograder), "name": "broadcasting"}
    )
    other = {"otter": {"assignment_name": "normalization"}}
    assert "notebook of normalization" in judge.judge(notebook("1", **other)).problem
    unknown = {"otter": {"assignment_name": "homework 3"}}
    assert judge.judge(notebook("1", **unknown)).problem == ""


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (None, Verdict.PASS),
        (remote.TimedOut(1), Verdict.TIMEOUT),
        (remote.WorkerDied(), Verdict.ERROR),
        (remote.ProtocolBroken("x"), Verdict.ERROR),
        (AssertionError("x"), Verdict.FAIL),
        (ValueError("x"), Verdict.BROKEN),
        (MemoryError(), Verdict.BROKEN),
    ],
)
def test_classify(error: Exception | None, verdict: Verdict) -> None:
    """What a check ended with has one verdict where the function is there."""
    assert classify(error, "function") is verdict


@pytest.mark.parametrize("kind", ["missing", "stub"])
def test_classify_missing(kind: str) -> None:
    """Without the function every failure of the check itself is that."""
    assert classify(AssertionError(), kind) is Verdict.MISSING
    assert classify(TypeError("'NoneType' object is not callable"), kind) is Verdict.MISSING
    assert classify(AttributeError("shape"), kind) is Verdict.MISSING
    assert classify(None, kind) is Verdict.PASS


@pytest.mark.parametrize(
    ("name", "text", "verdict"),
    [
        ("MemoryError", "", Verdict.MEMORY),
        ("RuntimeError", "[alloc_cpu.cpp:1] DefaultCPUAllocator: x", Verdict.MEMORY),
        ("RuntimeError", "sizes do not match", Verdict.ERROR),
        ("AssertionError", "mine", Verdict.ERROR),
    ],
)
def test_classify_students_exceptions(name: str, text: str, verdict: Verdict) -> None:
    """The student's own exceptions are errors, but for memory."""
    error = remote.student_error({"type": name, "bases": [name], "args": [text], "text": text})
    assert classify(error, "function") is verdict
