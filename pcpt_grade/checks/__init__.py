"""Which properties are checked, with points, visibility and wording: one file per assignment."""

from pcpt_grade.checks.registry import Check, check, questions, run_check, suite

__all__ = ["Check", "check", "questions", "run_check", "suite"]
