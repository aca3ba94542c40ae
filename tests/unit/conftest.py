"""What the engine's tests share: one zygote per run, judges and toy autograders made from text."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import warnings

with warnings.catch_warnings():  # the dependencies' own, while they are imported
    warnings.simplefilter("ignore")
    import otter.run  # noqa: F401

import copy
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
import torch
from hypothesis import strategies as st

from pcpt_grade.judge import judge as judge_module
from pcpt_grade.judge.autograder import Autograder
from pcpt_grade.judge.judge import Judge
from pcpt_grade.judge.zygote import Zygote
from pcpt_grade.sandbox.launch import refusal
from pcpt_grade.sandbox.limits import Limits

torch.set_num_threads(1)  # processes with several threads cannot be forked safely

hypothesis.settings.register_profile(
    "unit", derandomize=True, database=None, deadline=None, max_examples=60
)
hypothesis.settings.load_profile("unit")


@pytest.fixture(scope="session")
def isolation() -> str:
    """Return the best isolation of this machine that needs no set-up."""
    return "none" if refusal("namespaces") else "namespaces"


@pytest.fixture(scope="session")
def zygote(isolation: str) -> Iterator[Zygote]:
    """Return the zygote that all tests of this run share."""
    shared = Zygote(isolation)
    yield shared
    shared.close()


@pytest.fixture
def make_judge(
    zygote: Zygote, isolation: str, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Judge]:
    """Return a maker of judges that fork from the shared zygote."""
    monkeypatch.setattr(judge_module, "Zygote", lambda isolation, slot, shared: zygote)

    def make(tests: dict[str, str], config: dict[str, Any] | None = None, **limits: Any) -> Judge:
        given = {"cell_seconds": 20.0, "question_seconds": 20.0, **limits}
        autograder = Autograder("toy", "0" * 64, tests, {"lang": "python", **(config or {})}, {})
        return Judge(autograder, isolation, Limits(**given))

    return make


# values that could stand anywhere in a forged message
junk = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-3, 40),
        st.sampled_from([2**31, 2**62, 2**63, 2**64, -(2**63), 10**400]),
        st.sampled_from([0.5, -0.0, float("nan"), float("inf"), 1e308]),
        st.text(max_size=5),
        st.sampled_from(["tensor", "float32", "bool", "complex64", "Linear", "KeyError", "weight"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) of a JSON tree."""
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    found = [(tree, key) for key in keys]
    for key in keys:
        if isinstance(tree[key], dict | list):
            found += _places(tree[key])
    return found


def _mutate(draw: Callable[[Any], Any], tree: Any) -> Any:
    """Return a copy of a JSON tree with one or two places changed, removed or doubled."""
    tree = copy.deepcopy(tree)
    for _ in range(draw(st.integers(1, 2))):
        places = _places(tree)
        if not places:
            return tree
        container, key = draw(st.sampled_from(places))
        how = draw(st.sampled_from(["junk", "junk", "remove", "double", "other"]))
        if how == "remove":
            del container[key]
        elif how == "double" and isinstance(container, list):
            container.append(copy.deepcopy(container[key]))
        elif how == "other":
            source, name = draw(st.sampled_from(places))
            container[key] = copy.deepcopy(source[name])
        else:
            container[key] = draw(junk)
    return tree


@pytest.fixture(scope="session")
def mutate() -> Callable[..., Any]:
    """Return ``mutate(draw, tree)``: a forged version of a message's JSON."""
    return _mutate


@pytest.fixture(scope="session")
def any_json() -> Any:
    """Return the strategy of JSON values that have nothing to do with a message."""
    return junk
