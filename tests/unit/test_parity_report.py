"""What `make parity` calls a defect, and what it remembers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pcpt_grade.outcome import CheckResult, QuestionResult, SubmissionResult, Verdict
from pcpt_grade.verify.corpus import Case
from tests.parity import Compared, engine_run
from tests.stock_otter import Handed, OtterRun, Records

MUTANT = Case("mutants", "custom_losses", "l1_loss", "squares", "Squares", False, "", "")
ACCEPTED = dataclasses.replace(MUTANT, kind="accepted")


def result(**scores: float) -> SubmissionResult:
    """Return the engine's result for questions of one point each."""
    made = []
    for name, score in scores.items():
        verdict = Verdict.PASS if score == 1 else Verdict.FAIL
        check = CheckResult("c", "", 1, True, verdict, "" if score == 1 else "wrong")
        made.append(QuestionResult(name, score, 1, (check,)))
    return SubmissionResult(tuple(made), "", False, "namespaces", (), {})


def compared(case: Case, otter: OtterRun | None = None, **scores: float) -> Compared:
    """Return a case of which otter, unless told otherwise, says what the engine says."""
    ours = result(**scores)
    return Compared(case, otter or engine_run(ours), ours)


@pytest.mark.parametrize(
    "fine", [compared(MUTANT, l1_loss=0, corr_loss=1), compared(ACCEPTED, l1_loss=1, corr_loss=1)]
)
def test_no_defect(fine: Compared) -> None:
    assert fine.defects == []


@pytest.mark.parametrize(
    ("defect", "told"),
    [
        (compared(MUTANT, l1_loss=1, corr_loss=0), "a wrong answer survives: Squares"),
        (compared(ACCEPTED, l1_loss=1, corr_loss=0), "a right answer loses points in corr_loss"),
        (compared(ACCEPTED), "a right answer loses points in all questions"),
        (compared(MUTANT, OtterRun({"l1_loss": 0.5}, {"l1_loss": ("wrong",)}), l1_loss=0),
         "l1_loss: otter 0.5, isolated 0"),
        (compared(MUTANT, OtterRun({"l1_loss": 0}, {"l1_loss": ("bad",)}), l1_loss=0),
         "l1_loss: otter says ('bad',), isolated ('wrong',)"),
        (compared(ACCEPTED, OtterRun({}, {}), l1_loss=1), "l1_loss: otter None, isolated 1"),
    ],
)  # fmt: skip
def test_defects(defect: Compared, told: str) -> None:
    assert f"custom_losses/l1_loss/squares: {told}" in defect.defects


def test_what_is_known_is_not_run_again(tmp_path: Path) -> None:
    archive = tmp_path / "no-autograder.zip"  # running otter with it would fail
    archive.write_bytes(b"")
    known = [Handed(content, archive) for content in (b"one notebook", b"another")]
    runs = [OtterRun({"l1_loss": score}, {"l1_loss": ("wrong", "really")}) for score in (0, 0.5)]
    path = tmp_path / "records.jsonl"
    for handed, run in zip(known, runs, strict=True):
        with path.open("a", encoding="utf-8") as file:
            file.write('\n{"key": "a run that was stop')
        Records(path)._add(handed.key, run)
    assert list(Records(path).runs([*known, *known], 1, warm=True)) == runs + runs


def test_a_key_stands_for_all_that_is_handed_in(tmp_path: Path) -> None:
    old, new = tmp_path / "old.zip", tmp_path / "new.zip"
    old.write_bytes(b"old")
    new.write_bytes(b"new")
    handed = Handed(b"content", old, "name"), Handed(b"other", old, "name")
    others = Handed(b"content", new, "name"), Handed(b"content", old, "other")
    assert len({each.key for each in (*handed, *others)}) == 4
