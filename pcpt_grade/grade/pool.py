"""Local processes that judge: an executor whose processes may die without anything being lost."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver

from pcpt_grade.grade import task
from pcpt_grade.judge.zygote import Zygote

PRELOAD = ["pcpt_grade.grade.warm"]


class LocalExecutor(ProcessPoolExecutor):
    """Processes forked from one that has imported everything; their workers share a zygote.

    Args:
        jobs: How many.
        isolation: That of their workers.
    """

    def __init__(self, jobs: int, isolation: str):
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOAD)
        forkserver.ensure_running()  # it imports what it has to while the zygote does the same
        self._zygote = Zygote(isolation)
        super().__init__(
            jobs, context, initializer=task.prepare, initargs=(isolation, self._zygote.control)
        )

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, then the zygote; without ``wait``, whatever they are at."""
        if not wait:
            for process in list((self._processes or {}).values()):
                process.kill()
        super().shutdown(cancel_futures=cancel_futures)
        self._zygote.close()
