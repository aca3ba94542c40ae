"""What one submission may use."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from pcpt_grade.errors import AuthorError

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """Limits of one submission; times are wall clock seconds."""

    cell_seconds: float = 30.0
    """One cell of the notebook."""
    question_seconds: float = 30.0
    """All checks of one question together."""
    submission_seconds: float = 300.0
    """The whole notebook, before any question is judged."""
    cpu_seconds: int = 300
    """Processor time of each process, all its threads together."""
    memory_mib: int = 2048
    """Memory of each process, on top of what torch itself maps."""
    processes: int = 64
    """Processes and threads at a time."""
    file_mib: int = 64
    """The private temporary folder, and each file in it."""
    open_files: int = 256
    output_mib: int = 256
    """What one call of a function may return."""

    def changed(self, given: Mapping[str, str | float]) -> Limits:
        """Return these limits with others in some places.

        Args:
            given: Name → positive number, or its text.

        Raises:
            AuthorError: if there is no such limit, or the number is none.
        """
        kinds = {field.name: type(getattr(self, field.name)) for field in fields(self)}
        values = {}
        for name, value in given.items():
            if name not in kinds:
                raise AuthorError(f"There is no limit {name!r}; there are {', '.join(kinds)}.")
            try:
                values[name] = kinds[name](value)
            except ValueError:
                raise AuthorError(f"The limit {name} has to be a number, not {value!r}.") from None
            if not 0 < values[name] < 2**40:
                raise AuthorError(f"The limit {name} has to be positive, not {value}.")
        return replace(self, **values)

    def apply(self) -> None:
        """Limit the calling process and all that it starts."""
        mapped = _mapped_bytes()
        _limit(resource.RLIMIT_AS, mapped + self.memory_mib * MIB)
        _limit(resource.RLIMIT_DATA, mapped + self.memory_mib * MIB)
        _limit(resource.RLIMIT_CPU, self.cpu_seconds)
        _limit(resource.RLIMIT_FSIZE, self.file_mib * MIB)
        _limit(resource.RLIMIT_NPROC, self.processes)
        _limit(resource.RLIMIT_NOFILE, self.open_files)
        _limit(resource.RLIMIT_CORE, 0)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, value))


def _mapped_bytes() -> int:
    with open("/proc/self/statm", encoding="utf-8") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
