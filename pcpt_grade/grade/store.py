"""The verdicts of a run, committed one by one: what a killed run starts again from."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pcpt_grade.errors import BrokenError
from pcpt_grade.outcome import SubmissionResult

_SCHEMA = """
CREATE TABLE IF NOT EXISTS verdicts (
    submission TEXT NOT NULL,  -- SHA-256 of the file
    autograder TEXT NOT NULL,  -- SHA-256 of the archive
    result TEXT NOT NULL,
    PRIMARY KEY (submission, autograder)
) STRICT, WITHOUT ROWID
"""


class Store:
    """``grades.sqlite`` in the output folder.

    Args:
        path: The database; made if it does not exist.

    Raises:
        BrokenError: if it cannot be opened or is in use by another run.
    """

    def __init__(self, path: Path):
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=5, isolation_level=None)
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute(_SCHEMA)
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise BrokenError(
                f"{path} cannot be used ({error}); is another run writing to this folder?"
            ) from None

    def get(self, submission: str, autograder: str) -> SubmissionResult | None:
        """Return the kept result for these digests, or None."""
        row = self._db.execute(
            "SELECT result FROM verdicts WHERE submission = ? AND autograder = ?",
            (submission, autograder),
        ).fetchone()
        return None if row is None else SubmissionResult.from_json(row[0])

    def put(self, submission: str, autograder: str, result: SubmissionResult) -> None:
        """Keep a result; it is on the disk when this returns.

        Raises:
            BrokenError: if it cannot be written.
        """
        try:
            self._db.execute(
                "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)",
                (submission, autograder, result.to_json()),
            )
        except sqlite3.Error as error:
            raise BrokenError(
                f"{self.path} cannot be written ({error}); what is in it is safe: make room and "
                "run the same command again."
            ) from None

    def clear(self) -> None:
        """Forget all results."""
        self._db.execute("DELETE FROM verdicts")

    def close(self) -> None:
        """Close the database."""
        self._db.close()
