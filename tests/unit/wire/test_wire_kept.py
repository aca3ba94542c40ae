"""What a worker says of earlier results changes those, and nothing else of the judge's."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from pcpt_grade.judge.session import MALFORMED
from pcpt_grade.wire.kept import Sent

ARGUMENT, RESULT, GONE = range(3)
"""The numbers of the storages in ``noted``: in the order in which they travelled."""


def noted() -> tuple[Sent, torch.Tensor, torch.Tensor]:
    """Return what the judge knows after a call, with the argument and the result that live."""
    sent, argument, result = Sent(), torch.zeros(2), torch.ones(2)
    sent.note(
        [argument.untyped_storage()],
        [result.untyped_storage(), torch.ones(2).untyped_storage()],
    )
    return sent, argument, result


def new(*values: float) -> bytes:
    """Return the memory of float32 values."""
    return bytes(torch.tensor(values, dtype=torch.float32).view(torch.uint8).tolist())


def test_a_result_changes() -> None:
    sent, _, result = noted()
    sent.take([[RESULT, 0], [GONE, 1]], [new(3, 4), new(5, 6)])
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
    sent, argument, result = noted()
    with pytest.raises(MALFORMED):
        sent.take(changes, blobs)
    assert argument.tolist() == [0, 0]
    assert result.tolist() == [1, 1]


json = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.floats() | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=1), inner),
)


@given(json, st.lists(st.binary(max_size=9), max_size=3))
def test_whatever_comes_an_argument_stays(changes: Any, blobs: list[bytes]) -> None:
    sent, argument, _ = noted()
    try:
        sent.take(changes, blobs)
    except MALFORMED:
        pass
    assert argument.tolist() == [0, 0]


def test_a_result_that_is_gone_stays_gone() -> None:
    class Table:
        def add_bytes(self, content: bytes) -> int:
            raise AssertionError("nothing has changed")

    sent, _, result = noted()
    assert sent.changes(Table()) == []  # type: ignore[arg-type]
    sent.take([[GONE, 0]], [new(5, 6)])
    assert result.tolist() == [1, 1]
