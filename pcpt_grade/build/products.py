"""What a build makes: files by path, written at once or compared with what is on disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_IGNORED = {"__pycache__", ".ipynb_checkpoints"}
"""Leftovers of running what was built; git ignores them, too."""


@dataclass(frozen=True)
class Built:
    """The products of one assignment below ``root``."""

    assignment: str
    root: Path
    files: Mapping[str, bytes] = field(repr=False)
    """The committed files, by path relative to ``root``."""
    archive: bytes = field(repr=False)
    """The autograder's zip, which is not committed."""
    kernel_archive: bytes = field(repr=False)
    """The same for grading in otter's kernel."""

    @property
    def student_notebook(self) -> Path:
        """The notebook that is handed out."""
        return self.root / "assignments" / self.assignment / f"{self.assignment}.ipynb"

    @property
    def solved_notebook(self) -> Path:
        """The notebook with the reference answers, and with the rubrics."""
        return self.root / "solutions" / "notebooks" / f"{self.assignment}.ipynb"

    @property
    def autograder_zip(self) -> Path:
        """What ``otter run``, ``otter grade`` and Gradescope take."""
        return self.root / "autograder" / "dist" / f"{self.assignment}.zip"

    @property
    def kernel_zip(self) -> Path:
        """The same without the plugin, which is written only when asked for."""
        return self.autograder_zip.with_stem(f"{self.assignment}-kernel")

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that hold nothing but products."""
        return (
            self.root / "assignments" / self.assignment,
            self.root / "autograder" / self.assignment,
        )

    def write(self, *, kernel: bool = False) -> None:
        """Write all products; a folder is replaced as a whole, or left as it was.

        Args:
            kernel: Whether to write the zip that grades in otter's kernel, too; an older one goes.
        """
        for folder in self.folders:
            prefix = f"{folder.relative_to(self.root).as_posix()}/"
            _replace_folder(
                folder,
                {
                    path.removeprefix(prefix): content
                    for path, content in self.files.items()
                    if path.startswith(prefix)
                },
            )
        notebook = self.solved_notebook.relative_to(self.root).as_posix()
        _replace_file(self.solved_notebook, self.files[notebook])
        _replace_file(self.autograder_zip, self.archive)
        self.kernel_zip.unlink(missing_ok=True)
        if kernel:
            _replace_file(self.kernel_zip, self.kernel_archive)

    def differences(self) -> list[str]:
        """Return the paths of committed files that are stale, missing or superfluous."""
        there = {self.solved_notebook} | {
            path
            for folder in self.folders
            for path in folder.rglob("*")
            if path.is_file() and not _IGNORED & set(path.parts)
        }
        paths = {path.relative_to(self.root).as_posix() for path in there}
        return sorted(
            path for path in paths | set(self.files) if self._on_disk(path) != self.files.get(path)
        )

    def _on_disk(self, path: str) -> bytes | None:
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None


def _replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the new folder beside the old one and swap the two."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
        new, old = Path(temporary, "new"), Path(temporary, "old")
        new.mkdir()
        for name, content in sorted(files.items()):
            path = new / PurePosixPath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


def _replace_file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
