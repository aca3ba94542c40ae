"""What a worker says of earlier results changes those, and nothing else of the judge's."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from pcpt_grade.judge.session import MALFORMED
from pcpt_grade.wire.kept import Kept, Memory

ARGUMENT, RESULT, GONE = range(3)
"""The places of the storages in ``noted``: in the order in which they travelled."""


def noted() -> tuple[Kept, torch.Tensor, torch.Tensor]:
    """Return what the judge knows after a call, with the argument and the result that live."""
    kept, argument, result = Kept(judge=True), torch.zeros(2), torch.ones(2)
    tensors = (argument, result, torch.ones(2))
    header = {
        "tensors": [{"storage": n, "dtype": "float32"} for n in range(2)],
        "storages": [{"blob": n} for n in range(2)],
    }
    memory = Memory([tensor.untyped_storage() for tensor in tensors], 1, header)
    kept.keep(memory.still_used(), memory)
    return kept, argument, result


def new(*values: float) -> bytes:
    """Return the memory of float32 values."""
    return bytes(torch.tensor(values, dtype=torch.float32).view(torch.uint8).tolist())


def test_a_result_changes() -> None:
    kept, _, result = noted()
    kept.take([[RESULT, 0], [GONE, 1]], [new(3, 4), new(5, 6)])
    assert result.tolist() == [3, 4]


@pytest.mark.parametrize(
    ("changes", "blobs"),
    [
        ([[ARGUMENT, 0]], [new(3, 4)]),
        ([[3, 0]], [new(3, 4)]),
        ([[-1, 0]], [new(3, 4)]),
        ([[RESULT, 0]], [new(3)]),
        ([[RESULT, 0]], [new(3, 4, 5)]),
        ([[RESULT, 1]], [new(3, 4)]),
        ([[RESULT, -1]], [new(3, 4)]),
        ([[RESULT]], [new(3, 4)]),
        (7, []),
    ],
)
def test_what_is_no_change_of_a_result_is_refused(changes: Any, blobs: list[bytes]) -> None:
    kept, argument, result = noted()
    with pytest.raises(MALFORMED):
        kept.take(changes, blobs)
    assert argument.tolist() == [0, 0]
    assert result.tolist() == [1, 1]


json = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.floats() | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=1), inner),
)


@given(json, st.lists(st.binary(max_size=9), max_size=3))
def test_whatever_comes_an_argument_stays(changes: Any, blobs: list[bytes]) -> None:
    kept, argument, _ = noted()
    try:
        kept.take(changes, blobs)
    except MALFORMED:
        pass
    assert argument.tolist() == [0, 0]


def test_a_result_that_is_gone_stays_gone() -> None:
    class Table:
        def add_bytes(self, content: bytes) -> int:
            raise AssertionError("nothing has changed")

    kept, _, result = noted()
    assert kept.changes(Table()) == []  # type: ignore[arg-type]
    kept.take([[GONE, 0]], [new(5, 6)])
    assert result.tolist() == [1, 1]
