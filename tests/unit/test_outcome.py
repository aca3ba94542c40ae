"""Results are plain data: they survive JSON, and add up."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcpt_grade.outcome import (
    MAX_TEXT,
    CheckResult,
    QuestionResult,
    SubmissionResult,
    Verdict,
    readable,
)

points = st.floats(0, 100, allow_nan=False) | st.integers(0, 10)
checks = st.builds(
    CheckResult, st.text(), st.text(), points, st.booleans(), st.sampled_from(Verdict), st.text()
)
questions = st.builds(
    QuestionResult, st.text(), points, points, st.lists(checks, max_size=3).map(tuple)
)
gradescope = st.dictionaries(st.text(), st.text() | points | st.lists(st.text()), max_size=3)
results = st.builds(
    SubmissionResult, st.lists(questions, max_size=3).map(tuple), st.text(), st.booleans(),
    st.text(), st.lists(st.text(), max_size=3).map(tuple), gradescope,
)  # fmt: skip


@given(results)
def test_json_round_trip(result: SubmissionResult) -> None:
    """A result read back is equal, and the same result gives the same text."""
    text = result.to_json()
    back = SubmissionResult.from_json(text)
    assert back == result
    assert back.to_json() == text
    assert [q.verdict for q in back.questions] == [q.verdict for q in result.questions]
    assert isinstance(json.loads(text), dict)


@given(results)
def test_sums(result: SubmissionResult) -> None:
    """Scores are the sums over the questions."""
    assert result.score == sum(question.score for question in result.questions)
    assert result.possible == sum(question.possible for question in result.questions)


def question(*verdicts: Verdict) -> QuestionResult:
    """Return a question whose checks have these verdicts."""
    made = tuple(CheckResult("c", "s", 1.0, False, verdict, "") for verdict in verdicts)
    return QuestionResult("q", 0.0, 1.0, made)


def test_the_gravest_verdict() -> None:
    """A question has the gravest verdict of its checks; one without checks has nothing wrong."""
    assert question().verdict is Verdict.PASS
    assert question(Verdict.PASS, Verdict.FAIL).verdict is Verdict.FAIL
    assert question(Verdict.TIMEOUT, Verdict.FAIL, Verdict.ERROR).verdict is Verdict.TIMEOUT
    assert question(Verdict.BROKEN, Verdict.MEMORY).verdict is Verdict.BROKEN


def test_frozen() -> None:
    """Results do not change."""
    fields: dict[str, Any] = {"score": 5.0}
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(question(), *next(iter(fields.items())))


def test_readable() -> None:
    """Of all characters, only controls and surrogates are replaced, and long texts are cut."""
    for start in range(0, 0x110000, MAX_TEXT):
        text = "".join(map(chr, range(start, min(start + MAX_TEXT, 0x110000))))
        replaced = [
            char
            for char, shown in zip(text, readable(text), strict=True)
            if (char, shown) != ("\ufffd",) * 2 and shown == "\ufffd"
        ]
        unreadable = [char for char in text if unicodedata.category(char) in ("Cc", "Cs")]
        assert replaced == [char for char in unreadable if char not in "\n\t"]
    assert readable("x" * (MAX_TEXT + 1)) == "x" * MAX_TEXT + " …"
