"""Refusing what otter's own tools would act on, and what looks like it.

Masters hold no solutions, so no marker of otter's has a business there: ``# SOLUTION`` would cut
a line out of the student's notebook, ``# IGNORE`` drops cells in silence, and a misspelt one
shows that an author believes that something is hidden which is not.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from pcpt_grade.build.sources import author_error

_WORDS = ("SOLUTION", "BEGIN", "PROMPT", "HIDDEN", "IGNORE", "SEED", "PLUGIN")
_BLOCK = re.compile(
    r"(begin|end)\s+(question|solution|prompt|tests?|plugin|ignore|hidden)\b"
    r"|solution(?![\w-])|assignment\s+config\b|no\s+prompt\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(ignore|hidden|seed)\W*", re.IGNORECASE)
_SHOUTED = re.compile(r"[A-Z]+(?: +[A-Z]+)*")
_AFTER_HASHES = re.compile(r"(?:^|\s)#+[ \t]*([^#\s].*)$")


def refuse_markers(text: str, path: Path, first_line: int) -> None:
    """Refuse otter's markers, also misspelt ones, in a cell or in a function.

    Raises:
        AuthorError: at the first one.
    """
    for offset, line in enumerate(text.split("\n")):
        hashes = _AFTER_HASHES.search(line)
        if "<!--" in line:
            raise author_error(
                path,
                first_line + offset,
                "an HTML comment would reach students; delete it, or write it as a rubric.",
            )
        if hashes is not None and _is_marker(hashes[1].strip(), starts_cell=offset == 0):
            raise author_error(
                path,
                first_line + offset,
                f"`# {hashes[1].strip()}` looks like a marker of otter's; masters and solutions "
                "need none, so reword or delete it.",
            )


def _is_marker(comment: str, *, starts_cell: bool) -> bool:
    if _BLOCK.match(comment) or _ALONE.fullmatch(comment):
        return True
    if starts_cell and comment.lower().startswith("ignore"):
        return True  # otter drops a cell whose first line begins so
    return bool(_SHOUTED.fullmatch(comment)) and any(
        difflib.get_close_matches(word, _WORDS, n=1, cutoff=0.75) for word in comment.split()
    )
