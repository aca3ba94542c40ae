"""The properties checked for ``storage_bytes``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.broadcasting._properties import inputs_kept
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_equal
from pcpt_grade.checks.registry import check


@check("storage_bytes", points=0.5, public=True)
def storage_bytes_of_a_vector_and_its_view(storage_bytes):
    """Twelve float32 numbers take 48 bytes, and an expanded (1000, 12) view adds nothing."""
    vector = torch.arange(12, dtype=torch.float32)
    expect_equal(
        storage_bytes(vector),
        48,
        "storage_bytes(twelve float32 numbers)",
        mistakes={
            "the number of elements instead of bytes": 12,
            "8 bytes per element": 96,
            "bits instead of bytes": 384,
        },
        hint="Count the numbers alone (4 bytes each), not the Python object around them.",
    )
    expect_equal(
        storage_bytes(vector.expand(1000, 12)),
        48,
        "storage_bytes(vector.expand(1000, 12)) with twelve float32 numbers in vector",
        mistakes={
            "all elements of the view counted, although they share memory": 48000,
            "the number of elements instead of bytes": 12,
        },
        hint="A view has no memory of its own: ask for the storage behind it.",
    )


@check("storage_bytes", points=0.5)
def storage_bytes_of_parts(storage_bytes):
    """A slice, a column or a single entry looks at one whole storage, which stays as it is."""
    big = normal(20, seed=61)
    matrix = normal(4, 6, seed=62, dtype=torch.float64)
    small = normal(3, seed=63).requires_grad_()
    owners = {
        80: "20 float32 numbers in big",
        192: "4x6 float64 numbers in matrix",
        12: "three float32 numbers in small, which requires gradients,",
    }
    for name, view, size in (
        ("big[2:5]", big[2:5], 80),
        ("big[::4]", big[::4], 80),
        ("big[3:6].expand(50, 3)", big[3:6].expand(50, 3), 80),
        ("big[:3].detach()", big[:3].detach(), 80),
        ("big[5:].data", big[5:].data, 80),
        ("matrix.T", matrix.T, 192),
        ("matrix[1:3, 2:].T", matrix[1:3, 2:].T, 192),
        ("matrix[2, 3]", matrix[2, 3], 192),
        ("small", small, 12),  # the shape and dtype of big[2:5]
    ):
        call = f"storage_bytes({name}) with {owners[size]}"
        each, start = view.element_size(), view.storage_offset()
        reach = 1 + sum((n - 1) * step for n, step in zip(view.shape, view.stride(), strict=True))
        mistakes = {
            "the elements of the view counted instead of its storage": view.numel() * each,
            "the part of the storage that the view reaches": reach * each,
            "the part of the storage up to the view's last element": (start + reach) * each,
            "the part of the storage from the view's first element on": size - start * each,
            "4 bytes per element, whatever the dtype": size // each * 4,
        }
        with inputs_kept(call, t=view):
            expect_equal(storage_bytes(view), size, call, mistakes)


@check("storage_bytes", points=0.5)
def storage_bytes_of_other_dtypes(storage_bytes):
    """Each dtype has its own number of bytes per element."""
    for dtype, size in (
        (torch.float64, 56),
        (torch.int64, 56),
        (torch.float32, 28),
        (torch.float16, 14),
        (torch.bfloat16, 14),  # NumPy has none
        (torch.complex64, 56),
        (torch.bool, 7),
    ):
        vector = torch.ones(7, dtype=dtype)
        for name, tensor in (("", vector), (", expanded to (3, 7)", vector.expand(3, 7))):
            expect_equal(
                storage_bytes(tensor),
                size,
                f"storage_bytes(seven {dtype} numbers{name})",
                mistakes={"4 bytes per element, whatever the dtype": 28},
            )
