"""Local processes that judge: an executor that survives the death of its processes."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor

PRELOAD = ["pcpt_grade.grade.task", "pcpt_grade.grade.warm"]


def local_executor(jobs: int) -> Executor:
    """Return a pool of ``jobs`` processes, forked from one that has imported everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return ProcessPoolExecutor(jobs, mp_context=context)
