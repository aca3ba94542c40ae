"""The target of ``make fuzz``, on honest messages and on some that were changed."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator

import pytest

from tests.fuzz.mutate import mutate
from tests.fuzz.seeds import FUNCTIONS, record, wrong
from tests.fuzz.target import frame, fuzz

CHANGED = 40
"""Of each honest message."""


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return record(tmp_path_factory.mktemp("seeds"))


@pytest.fixture(autouse=True)
def traced() -> Iterator[None]:
    """Count what is allocated."""
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.parametrize("number", range(len(FUNCTIONS)))
def test_messages(number: int, seeds: list[bytes]) -> None:
    """Neither an honest message nor one with changed values does what is not documented."""
    rng, data = random.Random(number), seeds[number]
    assert fuzz(data) == ("student" if FUNCTIONS[number] is wrong else "value")
    for _ in range(CHANGED):
        fuzz(mutate(data, rng))


def test_bytes(seeds: list[bytes]) -> None:
    """A raw stream of frames that ends anywhere, or has one byte changed, is refused."""
    stream = b"".join(map(frame, seeds[0][1:].split(b"\n")))
    rng = random.Random(0)
    for _ in range(CHANGED):
        place = rng.randrange(len(stream))
        fuzz(b"r" + stream[:place])
        fuzz(b"r" + stream[:place] + bytes([rng.randrange(256)]) + stream[place + 1 :])
