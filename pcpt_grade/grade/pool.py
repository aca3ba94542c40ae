"""Local processes that judge: an executor that survives the death of its processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from pcpt_grade.grade import task
from pcpt_grade.judge.zygote import Zygote

PRELOAD = ["pcpt_grade.grade.task", "pcpt_grade.grade.warm"]


class LocalExecutor(ProcessPoolExecutor):
    """Processes forked from one that has imported everything; their workers share a zygote.

    Args:
        jobs: How many.
        isolation: That of their workers.
    """

    def __init__(self, jobs: int, isolation: str):
        self._zygote = Zygote(isolation)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOAD)
        super().__init__(
            jobs, context, initializer=task.share, initargs=(isolation, self._zygote.control)
        )

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, then the zygote."""
        super().shutdown(wait, cancel_futures=cancel_futures)
        self._zygote.close()
