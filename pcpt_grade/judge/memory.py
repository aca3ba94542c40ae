"""A bound on the judge's own memory, for what a student's result makes it compute."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

ALLOWANCE = 4 * 2**30
"""Bytes on top of what is mapped; a returned layer may ask for any amount of padding."""


@contextmanager
def bounded_memory() -> Iterator[None]:
    """Let allocations fail in the block, as ``MemoryError`` or ``RuntimeError``, beyond the bound.

    Without it the machine would run out of memory, and other submissions would be judged anew.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", encoding="utf-8") as file:
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([mapped + ALLOWANCE, *limits]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
