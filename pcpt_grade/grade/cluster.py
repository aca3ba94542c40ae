"""A Dask cluster as the place where submissions are judged."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor

from pcpt_grade.errors import AuthorError, BrokenError

CONNECT_SECONDS = 10


@contextlib.contextmanager
def connect(address: str) -> Iterator[tuple[int, Callable[[], Executor]]]:
    """Yield how many submissions a cluster judges at a time, and what makes executors for it.

    Each of its workers judges one submission at a time, whatever its number of threads: a judge
    limits the memory of its process and sets its random numbers.

    Raises:
        AuthorError: if Dask is not installed here.
        BrokenError: if there is no scheduler at that address, or it has no workers.
    """
    try:
        from distributed import Client  # noqa: PLC0415  # an extra, and takes a second
    except ImportError:
        raise AuthorError(
            "--scheduler needs Dask: install it with `pip install 'pcpt-grade[cluster]'`."
        ) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BrokenError(f"There is no Dask scheduler at {address}: {error}.") from None
    with client:
        jobs = len(client.nthreads())
        if not jobs:
            raise BrokenError(f"The Dask scheduler at {address} has no workers: start some.")
        yield jobs, lambda: client.get_executor(pure=False)
