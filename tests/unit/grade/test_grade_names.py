"""Names of submissions that file systems allow and terminals do not."""

from __future__ import annotations

import os
from pathlib import Path

from pcpt_grade.grade.find import find
from pcpt_grade.report.files import result_names, write
from pcpt_grade.report.grades import grades_csv


def test_odd_names_are_shown_and_stay_different(tmp_path: Path) -> None:
    odd = [b"f\xfcr.ipynb", b"f\xfdr.ipynb", b"red\x1b[31m.ipynb", b"two\nlines.ipynb"]
    for name in odd:
        (tmp_path / os.fsdecode(name)).write_bytes(b"{}")
    names = [found.name for found in find([tmp_path])]
    assert len(set(names)) == len(odd)
    for name in names:
        name.encode()  # a surrogate could not be written
        assert name.isprintable()
    for file in result_names(names).values():
        write(tmp_path / "results" / file, "{}")
    assert "points-per-question" in grades_csv({"q": 1.0}, {})


def test_names_as_long_as_allowed_leave_room_for_a_suffix(tmp_path: Path) -> None:
    names = [f"{'a' * 249}{end}.zip" for end in "bc"]
    files = result_names(names)
    assert len(set(files.values())) == 2
    for file in files.values():
        write(tmp_path / file, "{}")
