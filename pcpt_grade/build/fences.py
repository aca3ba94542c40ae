"""Cutting a master into blocks: prose, code cells and directives, each with its line.

The master is Jupytext Markdown in its strictest form. A fence opens and closes at the left margin
with exactly three backticks; two blank lines in a row end a prose cell. Whatever looks like a
fence but is none of the known ones is an error: it would otherwise end up in front of students.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from pcpt_grade.build.sources import author_error

Kind = Literal["prose", "setup", "demo", "question", "manual", "rubric"]
DIRECTIVES = ("question", "manual", "rubric")

_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")
_CODE = re.compile(r'python\s+tags=\["([^"]*)"\]')
_STRAY = re.compile(r"\s*`{1,2}(python|question|manual|rubric|text)\b[^`]*")


@dataclass(frozen=True)
class Block:
    """A cell or a directive: its text, and the line of the master on which the text begins."""

    kind: Kind
    text: str
    line: int

    @property
    def is_code(self) -> bool:
        """Whether this becomes a code cell as it stands."""
        return self.kind in ("setup", "demo")


class _Cutter:
    """Reads lines one by one and collects blocks."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.blocks: list[Block] = []
        self._prose: list[str] = []
        self._prose_line = 1

    def add_prose(self, line: str, number: int) -> None:
        if not self._prose:
            if not line.strip():
                return
            self._prose_line = number
        self._prose.append(line)

    def end_prose(self) -> None:
        text = "\n".join(self._prose).rstrip()
        if text:
            self.blocks.append(Block("prose", text, self._prose_line))
        self._prose = []

    def two_blanks(self) -> bool:
        # prose never begins with a blank line, so there are two lines if all of these are blank
        return not any(line.strip() for line in self._prose[-2:])


def cut(text: str, path: Path, first_line: int = 1) -> list[Block]:
    """Return the blocks of a master's text (without the front matter), in order.

    Raises:
        AuthorError: at an unknown fence, an unclosed one, or a code cell without its tag.
    """
    cutter, lines, index = _Cutter(path), text.split("\n"), 0
    while index < len(lines):
        number = first_line + index
        fence = _FENCE.fullmatch(lines[index])
        if fence is None:
            if _STRAY.fullmatch(lines[index]):
                raise author_error(path, number, "a fence has three backticks; add the missing.")
            cutter.add_prose(lines[index].rstrip(), number)
            if cutter.two_blanks():
                cutter.end_prose()
            index += 1
            continue
        end = _closing(lines, index, path, number)
        kind = _kind(lines[index], fence, path, number)
        if kind is None:
            for offset in range(index, end + 1):
                cutter.add_prose(lines[offset].rstrip(), first_line + offset)
        else:
            cutter.end_prose()
            inside = "\n".join(line.rstrip() for line in lines[index + 1 : end])
            cutter.blocks.append(Block(kind, inside.strip("\n"), number + 1))
        index = end + 1
    cutter.end_prose()
    return cutter.blocks


def _closing(lines: list[str], index: int, path: Path, number: int) -> int:
    """Return the index of the line that closes the fence opened at ``index``."""
    for end in range(index + 1, len(lines)):
        if lines[end].strip() == "```":
            return end
        if _FENCE.fullmatch(lines[end]):
            break
    raise author_error(path, number, "this fence is not closed; end it with a line of ```.")


def _kind(line: str, fence: re.Match[str], path: Path, number: int) -> Kind | None:
    """Return the kind of block that a fence opens; ``None`` for an example within prose."""
    ticks, info = fence[1], fence[2].strip()
    if ticks != "```":
        raise author_error(path, number, f"fences are ```, not {ticks}; use three backticks.")
    if info == "text":
        return None
    if line[0] != "`":
        raise author_error(path, number, "only ```text may be indented; move it to the margin.")
    if info in DIRECTIVES:
        return cast(Kind, info)
    if info.split(maxsplit=1)[:1] == ["python"]:
        code = _CODE.fullmatch(info)
        if code is not None and code[1] in ("setup", "demo"):
            return cast(Kind, code[1])
        raise author_error(
            path,
            number,
            f'```{info} has to be ```python tags=["setup"] (run when graded) or '
            '```python tags=["demo"] (skipped when graded).',
        )
    raise author_error(
        path,
        number,
        f"unknown fence ```{info}; the known ones are python, question, manual, rubric and text.",
    )
