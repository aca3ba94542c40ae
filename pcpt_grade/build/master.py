"""What a master consists of: prose and code, questions, and written questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FIGURE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)[^)]*\)")


@dataclass(frozen=True)
class Cell:
    """Prose or code that is taken over as it stands."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True)
class Question:
    """A place for one graded function."""

    name: str
    line: int


@dataclass(frozen=True)
class Manual:
    """A written question: what is asked, and what only graders see."""

    name: str
    points: int
    prompt: str
    rubric: str
    line: int


Item = Cell | Question | Manual


@dataclass(frozen=True)
class Master:
    """A master's content in order."""

    path: Path
    items: tuple[Item, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Prose and code."""
        return tuple(item for item in self.items if isinstance(item, Cell))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The places for graded functions."""
        return tuple(item for item in self.items if isinstance(item, Question))

    @property
    def manuals(self) -> tuple[Manual, ...]:
        """The written questions."""
        return tuple(item for item in self.items if isinstance(item, Manual))

    def figures(self) -> dict[str, int]:
        """Return the pictures that the prose shows: addresses, with the line of their cell."""
        texts = [(cell.text, cell.line) for cell in self.cells if cell.kind == "prose"]
        texts += [(manual.prompt, manual.line) for manual in self.manuals]
        return {address: line for text, line in texts for address in _FIGURE.findall(text)}
