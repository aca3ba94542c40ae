"""Values and tensors: what is encoded is decoded, and nothing else is."""

from __future__ import annotations

import json
import math
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from matplotlib.figure import Figure
from torch import nn

from pcpt_grade.wire.frames import FrameError
from pcpt_grade.wire.tensors import (
    DTYPES,
    MAX_ELEMENTS,
    TensorTable,
    Unsendable,
    read_tensors,
    restore,
)
from pcpt_grade.wire.values import MAX_DEPTH, MAX_KEYS, Decoder, Encoder

FLOATS = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
COMPLEX = [torch.complex64, torch.complex128]


def transfer(value: Any, sent: Any = ()) -> Any:
    """Return a value after its way over the wire."""
    table = TensorTable()
    item = Encoder(table, {id(tensor): n for n, tensor in enumerate(sent)}).encode(value)
    message = json.loads(json.dumps({"value": item, "table": table.header()}))
    return decode(message, table.blobs, sent)


def decode(message: Any, blobs: Any, sent: Any = ()) -> Any:
    """Return the value of a message, as the judge reads it."""
    views = [memoryview(bytes(blob)) for blob in blobs]
    tensors, _, specs = read_tensors(message["table"], views)
    return Decoder(restore(tensors, specs), list(sent)).decode(message["value"])


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, NaN and signs of zero included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return repr(one) == repr(other)
    if isinstance(one, torch.Tensor):
        layout = (one.dtype, one.shape, one.stride(), one.storage_offset(), one.requires_grad)
        return (
            layout
            == (other.dtype, other.shape, other.stride(), other.storage_offset(),
                other.requires_grad)
            and repr(one.tolist()) == repr(other.tolist())
        )  # fmt: skip
    if isinstance(one, np.ndarray | np.generic):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    return bool(repr(one) == repr(other) if isinstance(one, complex) else one == other)


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(codec=None))
    | st.just(...)
    | st.sampled_from(list(DTYPES.values()))
    | st.lists(st.integers(0, 2**40), max_size=4).map(torch.Size)
)


def nested(leaves: Any) -> Any:
    """Return the strategy of containers of these leaves."""
    keys = st.integers() | st.text() | st.tuples(st.integers(), st.booleans())
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.lists(inner, max_size=3).map(tuple)
            | st.dictionaries(keys, inner, max_size=3)
            | st.sets(keys, max_size=3)
        ),
        max_leaves=12,
    )


@st.composite
def tensors(draw: Callable[[Any], Any]) -> torch.Tensor:
    """Draw a tensor of any dtype that looks into its storage in any way."""
    dtype = draw(st.sampled_from(list(DTYPES.values())))
    shape = draw(st.lists(st.integers(0, 3), max_size=4))
    base = torch.randint(0, 2, [2 * math.prod(shape) + 3]).to(dtype)
    if dtype.is_floating_point and draw(st.booleans()):
        base[0], base[-1], base[1] = float("nan"), float("inf"), -0.0
    offset = draw(st.integers(0, 2))
    how = draw(st.sampled_from(["plain", "steps", "transposed", "expanded", "overlapping"]))
    tensor = base[offset : offset + math.prod(shape)].view(shape)
    match how:
        case "steps":
            tensor = base[offset::2][: math.prod(shape)].view(shape)
        case "transposed" if len(shape) > 1:
            tensor = tensor.transpose(0, -1)
        case "expanded":
            tensor = base[:1].expand(*shape) if shape else base[0]
        case "overlapping":
            tensor = base.as_strided(shape, [1] * len(shape), offset)
    can_have_gradient = dtype.is_floating_point or dtype.is_complex
    return tensor.detach().requires_grad_(can_have_gradient and draw(st.booleans()))


arrays = hnp.arrays(
    hnp.boolean_dtypes() | hnp.integer_dtypes(endianness="=") | hnp.floating_dtypes(endianness="=")
    | hnp.complex_number_dtypes(endianness="=", sizes=(64, 128)),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)  # fmt: skip


@given(nested(scalars))
def test_plain_values(value: Any) -> None:
    """Numbers, texts and containers arrive as they were."""
    assert same(transfer(value), value)


@given(nested(tensors()))
@settings(max_examples=150)
def test_tensors(value: Any) -> None:
    """Tensors of every dtype and layout do, too, gradients' flags included."""
    assert same(transfer(value), value)


KNOWN_TO_NUMPY_ALONE = (np.uint16, np.uint32, np.uint64, np.longdouble)


@given(arrays)
@settings(max_examples=100)
def test_arrays(array: Any) -> None:
    """NumPy arrays arrive if torch knows their dtype; others are known by their type only."""
    got = transfer([array, array[::-1] if array.ndim else array, *array.reshape(-1)[:1]])
    if array.dtype.type in KNOWN_TO_NUMPY_ALONE:
        assert type(got[0]).__name__ == "ndarray"
        assert not isinstance(got[0], np.ndarray)
    else:
        assert same(got[0], array)
        assert same(got[1], array[::-1] if array.ndim else array)
        assert all(same(one, other) for one, other in zip(got[2:], array.reshape(-1), strict=False))


def test_sharing_survives() -> None:
    """What shares memory, or is the same object, does and is so after the way."""
    base = torch.arange(6.0)
    a, b, c, d = transfer([base, base[2:4], base, base.clone()])
    assert a is c
    a[2] = 9
    assert b[0] == 9
    assert d[2] == 2


def test_gradients_left_behind_travel() -> None:
    """A leaf brings its ``.grad``; a parameter is one."""
    leaf = torch.ones(2, requires_grad=True)
    leaf.grad = torch.full((2,), 3.0)
    parameter = nn.Parameter(torch.zeros(1), requires_grad=False)
    got = transfer([leaf, parameter])
    assert got[0].grad.tolist() == [3, 3]
    assert isinstance(got[1], nn.Parameter)
    assert not got[1].requires_grad


def test_arguments_are_referred_to() -> None:
    """A tensor of the call itself comes back as itself."""
    x, y = torch.ones(2), torch.zeros(1)
    got = transfer({"y": y, "x": [x]}, sent=[x, y])
    assert got["x"][0] is x
    assert got["y"] is y


class Point(tuple):  # noqa: SLOT001  # as students write it
    """A sequence type of a student's own."""


class Mode(int):
    """A number type of a student's own."""


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (object(), "object"),
        (Mode(3), "Mode"),
        (2**5000, "int"),
        (iter([]), "list_iterator"),
        (len, "builtin_function_or_method"),
        (torch.ones(2, 2).to_sparse(), "Tensor"),
        (torch.ones(2, device="meta"), "Tensor"),
        (np.array(["a"]), "ndarray"),
        (np.array([None]), "ndarray"),
        (np.zeros(1, dtype=">f8"), "ndarray"),
        (np.zeros(1, dtype=[("a", "f4")]), "ndarray"),
        (dict.fromkeys(range(MAX_KEYS + 1)), "dict"),
        (type("class", (), {})(), "object"),  # no name that a class statement could give
    ],
)
def test_anything_else_is_known_by_its_type(value: Any, name: str) -> None:
    """Values of other kinds arrive as objects whose class has the right name."""
    got = transfer(value)
    assert type(got).__name__ == name
    assert type(got) is not type(value) or name == "object"


def test_subclasses_of_sequences() -> None:
    """A named tuple arrives as a tuple."""
    assert transfer(Point([1, 2])) == (1, 2)
    assert type(transfer(Point([1]))) is tuple


def test_deep_values_end_somewhere() -> None:
    """What is nested too deeply is cut off, a list that contains itself as well."""
    value: Any = 1
    for _ in range(MAX_DEPTH * 3):
        value = [value]
    loop: list[Any] = []
    loop.append(loop)
    for each in (value, loop):
        got, depth = transfer(each), 0
        while isinstance(got, list):
            got, depth = got[0], depth + 1
        assert type(got).__name__ == "list"
        assert MAX_DEPTH <= depth <= MAX_DEPTH + 2


def test_figures() -> None:
    """A figure's data arrive; masked and empty ones do no harm."""
    figure = Figure()
    axes = figure.subplots()
    axes.plot(np.ma.masked_array([1.0, 2.0], [True, False]), label="a")
    axes.plot([], [])
    axes.imshow(np.zeros((2, 2, 3)))
    axes.stairs([3, 4], [0, 1, 5], label="s")
    got = transfer([figure])[0]
    [image] = got.axes[0].get_images()
    assert isinstance(got, Figure)
    assert [line.get_label() for line in got.axes[0].lines] == ["a", "_child1"]
    assert image.get_array().shape == (2, 2, 3)
    [stairs] = got.axes[0].patches
    assert stairs.get_label() == "s"
    assert (stairs.get_data().values.tolist(), stairs.get_data().edges[-1]) == ([3.0, 4.0], 5)
    place = got.axes[0].get_position(original=True)
    assert (place.extents == axes.get_position(original=True).extents).all()


def test_modules() -> None:
    """Standard layers are rebuilt with their state; others keep their name and their parts."""

    class Net(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))

    model = Net()
    model.body[1].eval()
    got = transfer(model)
    assert type(got).__name__ == "Net"
    assert repr(got.body) == repr(model.body)
    assert [part.training for part in got.modules()] == [True, True, True, False]
    for (name, value), (other, expected) in zip(
        got.state_dict().items(), model.state_dict().items(), strict=True
    ):
        assert name == other
        assert torch.equal(value, expected)
    assert got.body(torch.ones(2, 2)).shape == (2, 3)


def test_subclasses_of_sequential() -> None:
    """A subclass that runs its layers in order is a Sequential; one with its own forward is not."""

    class Block(nn.Sequential):
        def __init__(self) -> None:
            super().__init__(nn.Linear(2, 3), nn.ReLU())

    class Residual(Block):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x + super().forward(x)

    block, residual = transfer([Block(), Residual()])
    assert isinstance(block, nn.Sequential)
    assert type(block).__name__ == "Block"
    assert block(torch.ones(2, 2)).shape == (2, 3)
    assert not isinstance(residual, nn.Sequential)


@pytest.mark.filterwarnings("ignore")  # torch's, about quantized tensors
def test_unsendable_tensors() -> None:
    """Tensors without plain memory of a known dtype are refused by the table."""
    x = torch.ones(2)
    quantized = torch.quantize_per_tensor(x, 0.1, 0, torch.qint8)
    for tensor in (x.to_sparse(), x.to("meta"), x.to(torch.uint16), quantized):
        with pytest.raises(Unsendable):
            TensorTable().add(tensor)


# --- nothing is trusted ---------------------------------------------------------------------------

SPEC = {"storage": 0, "offset": 0, "size": [2], "stride": [1], "dtype": "float32", "grad": False,
        "leaf": True, "parameter": False, "inference": False}  # fmt: skip


def read(spec: Any, blob: bytes = bytes(8)) -> Any:
    """Return what becomes of a single tensor's specification."""
    header = {"storages": [{"blob": 0}], "tensors": [spec]}
    tensors, _, specs = read_tensors(header, [memoryview(blob)])
    return restore(tensors, specs)[0]


def test_the_untouched_specification() -> None:
    """The specification that the forgeries below start from is a good one."""
    assert read(SPEC).tolist() == [0, 0]


@pytest.mark.parametrize(
    "change",
    [
        {"size": [3]},
        {"size": [2**61, 2**61]},
        {"size": [MAX_ELEMENTS + 1], "stride": [0]},
        {"size": [2**13] * 2 + [2], "stride": [0, 0, 0]},
        {"size": [-1]},
        {"size": [True]},
        {"size": [2.0]},
        {"size": 2},
        {"size": None},
        {"size": [1] * 33, "stride": [1] * 33},
        {"stride": [2]},
        {"stride": [-1]},
        {"stride": [2**61]},
        {"stride": []},
        {"size": [0], "stride": [2**63]},
        {"size": [2**40, 0], "stride": [1, 1]},
        {"size": [0, 2**62], "stride": [1, 1]},
        {"size": [0, 2**61, 2**61], "stride": [1, 1, 1]},
        {"offset": 1},
        {"offset": -1},
        {"offset": 2**62},
        {"offset": None},
        {"storage": 1},
        {"storage": -1},
        {"storage": True},
        {"storage": "0"},
        {"dtype": "float64"},
        {"dtype": "float8"},
        {"dtype": None},
        {"dtype": "int64", "size": [1], "grad": True},
        {"grad": 1},
        {"leaf": None},
        {"parameter": "yes"},
        {"inference": 0},
        {"inference": True, "grad": True},
        {"accumulated": 1},
        {"accumulated": 0, "grad": True},
        {"base": 7},
    ],
)
def test_forged_specifications(change: dict[str, Any]) -> None:
    """Sizes, strides and offsets beyond the storage, and flags that are none, are refused."""
    with pytest.raises(FrameError):
        read(SPEC | change)


def test_false_bools() -> None:
    """Truth values become 0 or 1, where the tensor looks."""
    spec = SPEC | {"dtype": "bool"}
    for offset, want in ((0, [1, 0]), (1, [0, 1])):
        got = read(spec | {"offset": offset}, b"\x01\x00\x02")
        assert got.view(torch.uint8).tolist() == want
    strided = read(spec | {"stride": [2]}, b"\x07\x07\x09")
    assert strided.view(torch.uint8).tolist() == [1, 1]


FORGED_VALUES: list[Any] = [
    [],
    {},
    {"list": [], "tuple": []},
    {"list": {}},
    {"tuple": 3},
    {"tensor": 0},
    {"tensor": -1},
    {"tensor": None},
    {"argument": 0},
    {"array": 0},
    {"scalar": "x"},
    {"set": [{"list": []}]},
    {"set": [{"tuple": [{"dict": []}]}]},
    {"set": list(range(MAX_KEYS + 1))},
    {"dict": [[1]]},
    {"dict": [[{"list": []}, 1]]},
    {"dict": {"a": 1}},
    {"dict": [[n, 0] for n in range(MAX_KEYS + 1)]},
    {"size": [-1]},
    {"size": [True]},
    {"size": [2**63]},
    {"complex": [1]},
    {"complex": ["1", 2]},
    {"complex": [10**400, 0.0]},
    {"dtype": "float8"},
    {"dtype": ["float32"]},
    {"ellipsis": False},
    {"opaque": 3},
    {"pickle": "gASVAA=="},
    {"figure": None},
    {"figure": {}},
    {"figure": {"axes": [{}], "legends": [], "title": ""}},
    {"figure": {"axes": [], "legends": [[1]], "title": ""}},
    {"module": None},
    {"module": {"training": 1}},
    {"module": {"training": True}},
    {"module": {"training": True, "config": [3], "state": [], "children": []}},
    {"module": {"training": True, "config": {"forward": 1}, "state": [], "children": []}},
    {"module": {"training": True, "config": {}, "state": [["forward", None]], "children": []}},
    {"module": {"training": True, "config": {}, "state": [["a.b", None]], "children": []}},
    {"module": {"training": True, "config": {}, "state": [["w", 3]], "children": []}},
    {"module": {"training": True, "config": {}, "state": [], "children": [["a", None]]}},
]


@pytest.mark.parametrize("value", FORGED_VALUES, ids=str)
def test_forged_values(value: Any) -> None:
    """Forms that the encoder does not make are refused."""
    with pytest.raises(FrameError):
        Decoder([]).decode(value)


def test_deep_forgeries() -> None:
    """Nesting has an end, whatever it is made of."""
    layers: list[Callable[[Any], Any]] = [
        lambda inner: {"list": [inner]},
        lambda inner: {"dict": [[1, inner]]},
        lambda inner: {"module": {"training": True, "config": {"p": inner}, "state": [],
                                  "children": []}},
    ]  # fmt: skip
    for layer in layers:
        value: Any = 1
        for _ in range(MAX_DEPTH * 4):
            value = layer(value)
        with pytest.raises(FrameError):
            Decoder([]).decode(value)


def message() -> tuple[Any, list[Any]]:
    """Return a message with a value of every kind."""
    figure = Figure()
    axes = figure.subplots()
    axes.plot([1, 2], label="a")
    axes.bar([1], [2])
    axes.stairs([1, 2])
    axes.scatter([1], [2])
    axes.imshow([[1.0]])
    axes.legend()
    leaf = torch.ones(2, requires_grad=True)
    leaf.grad = torch.ones(2)
    value = [
        leaf, leaf.detach()[1:], nn.Parameter(torch.ones(1)), torch.ones(2, 3).t() > 0, figure,
        nn.Sequential(nn.Linear(1, 2), nn.BatchNorm1d(2)), np.ones(2), np.float32(1), {1, "a"},
        {(1, 2): 3}, 1j, ..., torch.float32, torch.Size([1]), object(), torch.empty(0, 2),
    ]  # fmt: skip
    table = TensorTable()
    item = Encoder(table).encode(value)
    return json.loads(json.dumps({"value": item, "table": table.header()})), table.blobs


MESSAGE, BLOBS = message()


@given(data=st.data())
@settings(max_examples=250)
def test_forged_messages_are_refused_or_read(data: Any, mutate: Any) -> None:
    """Whatever is changed in a message: a value, or ``FrameError``."""
    forged = mutate(data.draw, MESSAGE)
    try:
        decode(forged, BLOBS)
    except FrameError:
        pass
    except (KeyError, TypeError):
        assert not (isinstance(forged, dict) and {"value", "table"} <= set(forged))


@given(data=st.data())
@settings(max_examples=100)
def test_nonsense_is_refused(data: Any, any_json: Any) -> None:
    """Random JSON is a plain number or text, or it is refused."""
    try:
        value = Decoder([torch.ones(1)]).decode(data.draw(any_json))
    except FrameError:
        return
    assert value is None or isinstance(value, bool | int | float | str | torch.Tensor)


def test_promises_cost_no_memory() -> None:
    """A small message does not make the judge allocate much."""
    zero = SPEC | {"size": [0, 2**20], "stride": [1, 1]}
    wide = SPEC | {"size": [MAX_ELEMENTS], "stride": [0]}
    header = {"storages": [{"blob": 0}], "tensors": [zero, wide] * 50}
    tracemalloc.start()
    try:
        received, _, _ = read_tensors(header, [memoryview(bytes(8))])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**20
    assert max(tensor.untyped_storage().nbytes() for tensor in received) <= 8


def test_a_part_of_a_known_storage() -> None:
    """Memory inside a known storage arrives as that memory."""
    known = torch.arange(4.0).untyped_storage()
    spec = {"known": 0, "part": [4, 12]}
    _, (part,), _ = read_tensors({"storages": [spec], "tensors": []}, [], [known])
    assert (part.nbytes(), part.data_ptr()) == (8, known.data_ptr() + 4)


@pytest.mark.parametrize(
    "part", [None, 5, "ab", {}, [], [0], [0, 4, 8], [0, "4"], [0, 4.0], [4, 4], [-4, 4], [0, 17]]
)
def test_a_malformed_part_of_a_known_storage(part: Any) -> None:
    known = torch.arange(4.0).untyped_storage()
    table = {"storages": [{"known": 0, "part": part}], "tensors": []}
    with pytest.raises(FrameError):
        read_tensors(table, [], [known])
