"""What students can read of an assignment, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pcpt_grade.build.assign import Assigned
from pcpt_grade.build.master import Master
from pcpt_grade.build.sources import Sources, read


@dataclass(frozen=True)
class Text:
    """Something students can read: what it is called in an error, and where it is written."""

    where: str
    path: Path
    line: int
    text: str
    is_code: bool = False
    """Written by the author as code: shares idioms such as ``optimizer.step()`` with answers."""

    @property
    def lines(self) -> set[str]:
        """Its lines without indentation."""
        return {line.strip() for line in self.text.split("\n")}


def exposed(sources: Sources, master: Master, assigned: Assigned) -> Iterator[Text]:
    """Yield the cells of the student notebook, the public tests and the plot helpers."""
    notebook = assigned.student_notebook
    for cell in notebook.cells:
        kind, _, number = cell.id.partition("-")
        line = master.items[int(number) - 1].line if kind in ("prose", "setup", "demo") else 1
        where = f"cell {cell.id} of the student notebook"
        yield Text(where, master.path, line, cell.source, kind in ("setup", "demo"))
        yield Text(f"the metadata of {where}", master.path, line, repr(dict(cell.metadata)))
    yield Text("the notebook's metadata", master.path, 1, repr(dict(notebook.metadata)))
    files = {f"{check.question}.py": check.file for check in sources.checks}
    for name, test in assigned.student_tests.items():
        yield Text(f"the public test file {name}", files[name], 1, test, True)
    yield Text(sources.plots.name, sources.plots, 1, read(sources.plots, "plot helpers"), True)
