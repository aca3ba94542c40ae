"""The store of verdicts: what is put is there, whatever happens afterwards."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from pcpt_grade.errors import BrokenError
from pcpt_grade.grade import store as store_module
from pcpt_grade.grade.store import Store
from pcpt_grade.outcome import CheckResult, QuestionResult, SubmissionResult, Verdict

CHECK = CheckResult("c", "It holds.", 1.0, True, Verdict.FAIL, "no")
RESULT = SubmissionResult(
    (QuestionResult("q", 0.0, 1.0, (CHECK,)),), "", False, "namespaces", ("note",), {"score": 0}
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the store lies."""
    return tmp_path / "grades.sqlite"


def test_kept(path: Path) -> None:
    """A result is found under both digests, also when the store is opened again."""
    store = Store(path)
    assert store.get("s", "a") is None
    store.put("s", "a", RESULT)
    assert store.get("s", "a") == RESULT
    assert store.get("s", "b") is None
    assert store.get("t", "a") is None
    store.close()
    again = Store(path)
    assert again.get("s", "a") == RESULT
    again.clear()
    assert again.get("s", "a") is None
    again.close()


def test_kept_when_killed(path: Path) -> None:
    """What ``put`` returned from survives a process that is killed right afterwards."""
    pid = os.fork()
    if pid == 0:
        store = Store(path)
        store.put("s", "a", RESULT)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    store = Store(path)
    assert store.get("s", "a") == RESULT
    store.close()


def test_replaced(path: Path) -> None:
    """A later result for the same submission replaces the former."""
    store = Store(path)
    store.put("s", "a", RESULT)
    other = SubmissionResult((), "unreadable", False, "none", (), {})
    store.put("s", "a", other)
    assert store.get("s", "a") == other
    store.close()


def test_used_by_another_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs do not write to the same folder."""
    first = Store(path)
    connect = sqlite3.connect

    def hasty(place: Path, **options: object) -> sqlite3.Connection:
        return connect(place, **{**options, "timeout": 0})  # type: ignore[call-overload]

    monkeypatch.setattr(store_module.sqlite3, "connect", hasty)
    with pytest.raises(BrokenError, match="another run"):
        Store(path)
    first.close()
    Store(path).close()


@pytest.mark.parametrize(
    ("pragma", "reason"), [("max_page_count = 2", "full"), ("query_only = 1", "readonly")]
)
def test_full_and_read_only_disks(path: Path, pragma: str, reason: str) -> None:
    """A result that cannot be written is our own fault; what was kept before stays."""
    store = Store(path)
    store.put("s", "a", RESULT)
    store._db.execute(f"PRAGMA {pragma}")
    large = SubmissionResult((), "x" * 100_000, False, "none", (), {})
    with pytest.raises(BrokenError, match=reason):
        store.put("t", "a", large)
    assert store.get("s", "a") == RESULT
    assert store.get("t", "a") is None
    store.close()


@pytest.mark.parametrize("content", [b"no database at all, but a text of some length " * 20])
def test_no_database(path: Path, content: bytes) -> None:
    """A file of another kind is not overwritten."""
    path.write_bytes(content)
    with pytest.raises(BrokenError, match="cannot be used"):
        Store(path)
    assert path.read_bytes() == content


def test_no_folder(tmp_path: Path) -> None:
    """A folder that does not exist is our own fault as well."""
    with pytest.raises(BrokenError):
        Store(tmp_path / "absent" / "grades.sqlite")
