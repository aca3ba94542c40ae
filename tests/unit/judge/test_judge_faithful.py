"""A check cannot tell a remote function from a local one.

Every probe is run twice, on the functions themselves and on their stand-ins, and has to return
equal observations.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
from looks import attempt, look, share
from matplotlib.figure import Figure
from serving import serve
from torch import nn
from torch.nn import functional as F

from pcpt_grade.checks.tools import count_operations, global_seed
from pcpt_grade.probes import FreshBatches

Function = Callable[..., Any]


@dataclass(frozen=True)
class Case:
    """A probe and the student's functions that it takes."""

    functions: tuple[Function, ...]
    probe: Function


CASES: list[Case] = []


def case(*functions: Function) -> Callable[[Function], Function]:
    """Mark a probe of these functions."""

    def mark(probe: Function) -> Function:
        CASES.append(Case(functions, probe))
        return probe

    return mark


# --- memory ---------------------------------------------------------------------------------------


def keeps_views() -> Function:
    kept: list[torch.Tensor] = []

    def f(x: torch.Tensor | None) -> Any:
        if x is None:
            return kept.clear()
        kept.append(x[1:])
        return [each.clone() for each in kept]

    return f


@case(keeps_views())
def arguments_that_were_kept(f: Function) -> Any:
    f(None)
    first, second = torch.zeros(3), torch.ones(2)
    seen = [f(first)]
    first += 5
    seen.append(f(second))
    first[2] = -1
    del first
    second.zero_()
    seen += [f(second), f(torch.full((2,), 7.0)), f(second)]
    return look(seen)


def remembers_results() -> Function:
    memory: dict[int, torch.Tensor] = {}

    def f(n: int) -> Any:
        return memory.setdefault(n, torch.arange(float(n))) if n else memory.clear()

    return f


@case(remembers_results())
def results_that_were_kept(f: Function) -> Any:
    f(0)
    f(3).add_(1)
    f(2)
    result = f(3)
    result[0] = 9
    return look(f(3)), look(f(2))


def goes_on() -> Function:
    memory = torch.zeros(2)

    def f(x: float) -> Any:
        memory.add_(x)
        return memory[:1]

    return f


@case(goes_on())
def results_that_a_later_call_changes(f: Function) -> Any:
    first = f(1)
    f(-first.item())  # whatever it was
    seen = [first.clone()]
    second = f(2)
    seen += [first.clone(), second.clone()]
    first.fill_(7)
    third = f(1)
    return look([*seen, first, second, third])


def detaches_what_is_no_view(t: torch.Tensor) -> Any:
    if t.grad_fn is not None and not t._is_view():
        t.detach_()
    return t._is_view()


@case(detaches_what_is_no_view)
def views_of_what_was_computed(f: Function) -> Any:
    leaf = torch.arange(6.0).reshape(2, 3).clone().requires_grad_()
    result = leaf * 2
    tensors = [leaf[1:], result.T, result[0].expand(4, 3), result, leaf.detach()[0], leaf]
    return [(f(t), look(t)) for t in tensors]


def doubles_in_place(t: torch.Tensor) -> torch.Tensor:
    return t.mul_(2).sum()


@case(doubles_in_place)
def a_view_of_what_was_computed_is_changed(f: Function) -> Any:
    leaf = torch.arange(6.0).reshape(2, 3).requires_grad_()
    result = leaf * 3
    f(result.T[1:]).backward()
    return look([leaf, leaf.grad, result.detach()])


# --- values ---------------------------------------------------------------------------------------


def many_values() -> Any:
    return [
        None, True, -(2**70), 0.1, float("nan"), float("-inf"), -0.0, "a\n\0\ud800ä", ..., 1 - 2j,
        complex("nan"), torch.float16, torch.Size([2, 3]), (), [], {}, set(), {1, "a", (2, None)},
        {"b": [1], (1, 2): {"c": (3.5,)}, None: 0}, np.float32(0.5), np.int64(3), np.bool_(True),
        np.arange(6).reshape(2, 3)[:, ::2], np.zeros((0, 2)), np.array(2.5), torch.empty(2, 0),
    ]  # fmt: skip


@case(many_values)
def values(f: Function) -> Any:
    return [look(value) for value in f()]


def echo(*args: Any, **kwargs: Any) -> Any:
    return [args, kwargs]


@case(echo)
def arguments(f: Function) -> Any:
    x = torch.arange(3.0)
    [(first, second, *rest), named] = f(x, 2, x[1:], [x], key={"x": x})
    return [
        look([first, second, rest, named]),
        first is x,
        named["key"]["x"] is x,
        rest[1][0] is x,
        share(rest[0], x),
    ]


def new_things() -> Any:
    base = torch.arange(12.0)
    return base, base.view(3, 4).t(), base[2:5], torch.ones(1).expand(5), base.new_empty(0, 3)


@case(new_things)
def layouts(f: Function) -> Any:
    results = f()
    return look(results), [[share(a, b) for a in results[:4]] for b in results[:4]]


def same_twice() -> Any:
    x = torch.ones(2)
    return x, x, x.detach()


@case(same_twice)
def identity_among_results(f: Function) -> Any:
    a, b, c = f()
    return a is b, a is c, share(a, c)


def array_and_tensor() -> Any:
    x = torch.arange(5.0)
    return x[:2].numpy(), x


@case(array_and_tensor)
def array_into_a_larger_tensor(f: Function) -> Any:
    return look(f())


def by_way_of_numpy(x: torch.Tensor) -> Any:
    return torch.from_numpy(x.numpy()), x[1:].numpy()


@case(by_way_of_numpy)
def arrays_into_a_part_of_an_argument(f: Function) -> Any:
    big = torch.arange(8.0)
    tensor, array = f(big[2:5])
    big.mul_(2)
    array += 100
    return look([big, tensor, array]), tensor.data_ptr() - big.data_ptr()


def exotic() -> Any:
    return np.array([1, 2], dtype=np.uint16), np.array(["a"]), np.array([None])


@case(exotic)
def values_that_do_not_travel(f: Function) -> Any:
    return [type(item) is not None for item in f()]


def parameter() -> Any:
    return nn.Parameter(torch.ones(2)), nn.Parameter(torch.ones(2), requires_grad=False)


@case(parameter)
def parameters(f: Function) -> Any:
    return look(f())


def conjugated() -> Any:
    z = torch.tensor([1 + 2j, 3 - 1j])
    return z.conj(), z.imag, torch.view_as_real(z)


@case(conjugated)
def complex_views(f: Function) -> Any:
    return [item.tolist() for item in f()]


# --- arguments that change ------------------------------------------------------------------------


def change(x: torch.Tensor, how: str, y: torch.Tensor) -> Any:
    match how:
        case "scale":
            x.mul_(2)
        case "entry":
            x[0] = y.sum()
        case "data":
            x.data.add_(1)
        case "new data":
            x.data = y.clone()
        case "transpose":
            x.t_()
        case "resize":
            x.resize_(2, 2)
        case "set":
            x.set_(y)
        case "requires":
            x.requires_grad_()
        case "out":
            torch.add(y, 1, out=x)
    return None


HOWS = ["nothing", "scale", "entry", "data", "new data", "transpose", "resize", "set", "requires",
        "out"]  # fmt: skip


@case(change)
def changes_in_place(f: Function) -> Any:
    seen = []
    for how in HOWS:
        base = torch.arange(12.0).reshape(3, 4)
        x, y = base[1:, :2], torch.arange(4.0, 8.0).reshape(2, 2)
        outcome = attempt(f, x, how, y)
        seen.append((how, outcome, look([base, x, y]), share(x, base), share(x, y)))
    return seen


@case(change)
def changes_of_leaves(f: Function) -> Any:
    seen = []
    for how in HOWS:
        x = torch.ones(2, 2, requires_grad=True)
        outcome = attempt(f, x, how, torch.eye(2))
        seen.append((how, outcome[:2], look(x)))
    return seen


@case(change)
def changes_of_results(f: Function) -> Any:
    """A tensor that was computed is changed in place as well; its former strides stay."""
    seen = []
    for how in ("nothing", "scale", "data"):
        x = torch.ones(2, 3, requires_grad=True)
        computed = (x * 2).t()
        outcome = attempt(f, computed, how, x)
        seen.append((how, outcome, look(computed), look(x)))
    return seen


def rearrange(value: Any, how: str, x: Any = None) -> Any:
    match how:
        case "pop":
            return value.pop()
        case "sort":
            value.sort(key=float)
        case "add":
            value.append(x)
        case "replace":
            value[0] = x
        case "clear":
            value.clear()
        case "new key":
            value["new"] = x
        case "move":
            value["a"] = value.pop("a")
        case "rename":
            value[x] = value.pop("b")
        case "inner":
            value[1][0]["b"].append(x)
        case "both":
            value[1][0]["b"].append(x)
            del value[0]
        case "raise":
            value.clear()
            raise ValueError(how)
    return None


@case(rearrange)
def changes_of_lists(f: Function) -> Any:
    seen = []
    for how in ("nothing", "pop", "sort", "add", "replace", "clear", "raise"):
        for x in (2.5, torch.ones(2), None):
            value = [torch.tensor(3.0), torch.tensor(1.0), torch.tensor(2.0)]
            before = list(value)
            outcome = attempt(f, value, how, x=x)
            places = [
                [each is known for known in (*before, x)]
                for each in value
                if isinstance(each, torch.Tensor)
            ]
            seen.append((how, outcome[:2], look(value), places))
    return seen


@case(rearrange)
def changes_of_dictionaries(f: Function) -> Any:
    seen = []
    for kind in (dict, OrderedDict):
        for how in ("nothing", "clear", "new key", "move", "rename", "raise"):
            value = kind(a=torch.ones(1), b=[1.5])
            given = (value, how, ("a", 3)) if how == "rename" else (value, how)
            seen.append((how, attempt(f, *given)[:2], type(value), look(dict(value))))
    return seen


@case(rearrange)
def changes_of_inner_containers(f: Function) -> Any:
    seen = []
    for how in ("inner", "both"):
        shared: list[Any] = [1, 2]
        value = ["first", ({"a": shared, "b": shared},), "last"]
        attempt(f, value, how, 7)
        seen.append((how, look(value), look(shared)))
    return seen


def fill_grad(w: torch.Tensor, how: str) -> Any:
    match how:
        case "backward":
            (w * w).sum().backward()
        case "new":
            w.grad = torch.full_like(w, 7.0)
        case "none":
            w.grad = None
        case "zero":
            w.grad.zero_()


@case(fill_grad)
def gradients_left_behind(f: Function) -> Any:
    seen = []
    for start in (None, 5.0):
        for how in ("nothing", "backward", "new", "none", "zero"):
            w = torch.tensor([1.0, 2.0], requires_grad=True)
            w.grad = None if start is None else torch.full((2,), start)
            kept = w.grad
            outcome = attempt(f, w, how)
            seen.append((start, how, outcome[0], look(w), look(kept), kept is w.grad))
    return seen


def freeze_argument(x: torch.Tensor) -> Any:
    x.requires_grad_(False)
    return x


@case(freeze_argument)
def requires_grad_taken_away(f: Function) -> Any:
    x = torch.ones(2, requires_grad=True)
    same = f(x) is x
    return same, look(x)


# --- gradients ------------------------------------------------------------------------------------


def smooth(x: torch.Tensor, y: torch.Tensor, scale: float = 1.0) -> Any:
    return (x.sin() * y).sum(0) * scale, x.exp()[0]


@case(smooth)
def gradients(f: Function) -> Any:
    x = torch.linspace(0, 1, 6, dtype=torch.float64).reshape(2, 3).requires_grad_()
    y = torch.linspace(1, 2, 3, dtype=torch.float64).requires_grad_()
    checked = torch.autograd.gradcheck(lambda a, b: f(a, b, scale=2.0), (x, y))
    one, two = f(x, y)
    both = torch.autograd.grad(one.sum() * two.prod(), [x, y], retain_graph=True)
    only = torch.autograd.grad(two.sum(), [x, y], allow_unused=True)
    return checked, look([one, two]), look(both), look(only[0]), only[1] is None


@case(smooth)
def gradients_through_computed_arguments(f: Function) -> Any:
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    x = (w * 3).expand(2, 2)
    f(x, w.exp())[0].sum().backward()
    return look(w), look(x)


def mixed(x: torch.Tensor, how: str) -> Any:
    match how:
        case "detach":
            return x.detach() * 2
        case "no_grad":
            with torch.no_grad():
                return x * 2
        case "inference":
            return torch.ones(2) * 2
        case "number":
            return torch.tensor((x * 2).tolist())
        case "own leaf":
            return torch.ones(2, requires_grad=True)
        case "own graph":
            return torch.ones(2, requires_grad=True) * 3
        case "view":
            return x[1:]
        case "custom":
            return Broken.apply(x)
    return x.double() * 2


HOW_MIXED = ["detach", "no_grad", "inference", "number", "own leaf", "own graph", "view", "custom",
             "double"]  # fmt: skip


class Broken(torch.autograd.Function):
    """A function whose backward fails."""

    @staticmethod
    def forward(ctx: Any, x: torch.Tensor) -> torch.Tensor:
        del ctx
        return x * 2

    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        raise ZeroDivisionError("in backward")


@case(mixed)
def histories(f: Function) -> Any:
    seen = []
    for how in HOW_MIXED:
        x = torch.ones(2, requires_grad=True)
        y = f(x, how)
        outcome = attempt(lambda y=y: y.sum().backward())
        seen.append((how, look(y), y.grad_fn is None, outcome, look(x)))
    return seen


@case(smooth)
def gradient_mode(f: Function) -> Any:
    x = torch.ones(2, 2, requires_grad=True)
    with torch.no_grad():
        without = f(x, x)
    with torch.enable_grad():
        return look(without), look(f(x, x))


def switch_off(x: torch.Tensor) -> Any:
    with torch.no_grad():
        y = x * 2
    return y, torch.is_grad_enabled(), (x * 2).requires_grad


@case(switch_off)
def gradient_mode_inside(f: Function) -> Any:
    x = torch.ones(1, requires_grad=True)
    with torch.no_grad():
        inside = look(f(x))
    return inside, look(f(x)), torch.is_grad_enabled()


def used_twice(x: torch.Tensor, y: torch.Tensor) -> Any:
    return x * y


@case(used_twice)
def same_argument_twice(f: Function) -> Any:
    x = torch.tensor([3.0], requires_grad=True)
    f(x, x).backward()
    return look(x)


@case(used_twice)
def chains(f: Function) -> Any:
    x = torch.tensor([3.0], requires_grad=True)
    y = x
    for _ in range(3):
        y = f(y, x)
    y.backward()
    return look(y), look(x)


# --- the global random numbers --------------------------------------------------------------------


def draw(n: int) -> Any:
    return torch.rand(n)


def reseed() -> Any:
    torch.manual_seed(3)


@case(draw, reseed)
def random_numbers(f: Function, seed: Function) -> Any:
    torch.manual_seed(1)
    seen = [f(2), torch.rand(2), f(3), f(0), torch.rand(1)]
    with global_seed(5):
        seen += [f(2), torch.rand(1)]
    seen += [torch.rand(2), f(1)]
    seed()
    seen += [torch.rand(1), f(1), torch.get_rng_state()]
    return [look(value) for value in seen]


def draw_and_fail() -> Any:
    torch.rand(3)
    raise ValueError("after drawing")


@case(draw_and_fail)
def random_numbers_before_an_exception(f: Function) -> Any:
    return attempt(f), look(torch.rand(2))


# --- modules --------------------------------------------------------------------------------------


def make_net() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Dropout(0.3))


def use_module(model: nn.Module, how: str) -> Any:
    x = torch.arange(6.0).reshape(2, 3)
    match how:
        case "forward":
            return model(x)
        case "eval":
            model.eval()
            return model(x)
        case "part":
            model[1].eval()
        case "backward":
            model(x).square().sum().backward()
        case "freeze":
            for parameter in model[0].parameters():
                parameter.requires_grad_(False)
            return sum(p.numel() for p in model.parameters() if p.requires_grad)
        case "zero":
            model.zero_grad()
        case "step":
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            model(x).square().sum().backward()
            optimizer.step()
        case "replace":
            model[0].weight = nn.Parameter(torch.zeros(4, 3))
        case "replace buffer":
            model[1].running_mean = torch.full((4,), 2.0)
        case "load":
            model.load_state_dict({key: value * 0 for key, value in model.state_dict().items()})
        case "weights":
            return model[0].weight, model[1].running_var
    return None


MODULE_HOWS = ["nothing", "forward", "eval", "part", "backward", "freeze", "zero", "step",
               "replace", "replace buffer", "load", "weights"]  # fmt: skip


@case(use_module)
def modules_passed_in(f: Function) -> Any:
    seen = []
    for how in MODULE_HOWS:
        model = make_net()
        model[3].eval()
        model[0].weight.grad = torch.ones(4, 3)
        before = dict(model.named_parameters())
        outcome = attempt(f, model, how)
        kept = [before[name] is value for name, value in model.named_parameters()]
        seen.append((how, outcome, look(model), kept))
    return seen


def configure(model: nn.Module) -> None:
    model[1].momentum = None
    model[3].p = 0.0


@case(configure)
def settings_of_modules(f: Function) -> Any:
    model = make_net()
    f(model)
    return look(model), look(model(torch.arange(6.0).reshape(2, 3)))


@case(use_module)
def gradients_of_modules(f: Function) -> Any:
    model = make_net()
    f(model, "forward").square().sum().backward()
    weight, variance = f(model, "weights")
    return look(model), weight is model[0].weight, variance is model[1].running_var


def make_modules() -> Any:
    torch.manual_seed(0)
    bias = nn.Linear(2, 1, bias=False)
    bias.weight.requires_grad_(False)
    return [
        make_net().eval(),
        nn.Sequential(nn.Flatten(), nn.Linear(2, 2), nn.Sequential(nn.GELU(), nn.LayerNorm(2))),
        nn.Conv1d(1, 1, 5, padding="same", bias=False), nn.BatchNorm1d(3, momentum=None),
        nn.BatchNorm1d(3, affine=False, track_running_stats=False), nn.LeakyReLU(0.3), bias,
    ]  # fmt: skip


@case(make_modules)
def modules_returned(f: Function) -> Any:
    models = f()
    seen = [look(model) for model in models]
    convolved = models[2](torch.arange(8.0).reshape(1, 1, 8))
    convolved.sum().backward()
    return seen, look(models[0](torch.ones(2, 3))), look(convolved), look(models[2])


@case(echo)
def modules_come_back(f: Function) -> Any:
    model = make_net()
    [(returned,), _] = f(model)
    pairs = zip(returned.parameters(), model.parameters(), strict=True)
    return look(returned), [a is b for a, b in pairs]


class Net(nn.Module):
    """A student's own module."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x


def own_module() -> Any:
    return Net()


@case(own_module)
def modules_of_their_own(f: Function) -> Any:
    return type(f()).__name__, isinstance(f(), nn.Module)


# --- functions as arguments -----------------------------------------------------------------------


def apply_twice(function: Function, x: torch.Tensor) -> Any:
    return function(function(x))


@case(apply_twice)
def callbacks_with_gradients(f: Function) -> Any:
    w = torch.tensor([2.0], requires_grad=True)
    x = torch.tensor([3.0], requires_grad=True)
    seen: list[Any] = []

    def scale(value: torch.Tensor) -> torch.Tensor:
        seen.append((look(value.detach()), value.requires_grad, torch.is_grad_enabled()))
        return value * w.detach() + value.square()

    y = f(scale, x)
    y.backward()
    with torch.no_grad():
        f(scale, x)
    return look(y), look(x), seen


def train(loss: Function, w: torch.Tensor, steps: int) -> Any:
    losses = []
    for _ in range(steps):
        value = loss(w)
        (grad,) = torch.autograd.grad(value, w)
        with torch.no_grad():
            w -= 0.1 * grad
        losses.append(value.item())
    return losses


@case(train)
def callbacks_in_a_loop(f: Function) -> Any:
    w = torch.tensor([1.0, -2.0], requires_grad=True)
    return f(lambda value: value.square().sum(), w, 4), look(w)


def transformed(how: str, loss: Function, x: torch.Tensor, y: torch.Tensor) -> Any:
    match how:
        case "grad":
            return torch.func.grad(loss, argnums=(0, 1))(x, y)
        case "grad of a sum":
            return torch.func.grad(lambda a: loss(a, y) + (loss(a * a, y) * a).sum())(x)
        case "value and grad":
            return torch.func.grad_and_value(lambda a: loss(3 * a, y=y))(x)
        case "vmap":
            return torch.vmap(loss)(torch.stack([x, y]), torch.stack([y, 2 * y]))
        case "table":
            rows = torch.stack([x, y, x + 1])
            return torch.vmap(lambda a: torch.vmap(lambda b: loss(a, b))(rows))(rows)
        case "gradients of a batch":
            columns = torch.stack([x, y], dim=1)
            return torch.vmap(torch.func.grad(loss), in_dims=(1, None))(columns, y).contiguous()
        case "grad of a batch":
            rows = torch.stack([x, y])
            return torch.func.grad(lambda a: torch.vmap(loss, (0, None))(a, y).sum())(rows)
        case "backward through a batch":
            rows = torch.stack([x, y]).requires_grad_()
            torch.vmap(loss, (0, None))(rows, y).sum().backward()
            return rows.grad
    return None


@case(transformed)
def callbacks_in_transforms(f: Function) -> Any:
    """Values are the same; strides in a batch, and how often the function is called for it, not."""
    x, y = torch.tensor([1.0, -2.0, 0.5]), torch.tensor([0.5, 1.0, 2.0])
    seen = []

    def asymmetric(a: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return ((a - y) ** 2 * a.exp()).mean()

    def half(a: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return (a - y.detach()).abs().sum()

    for loss in (asymmetric, half):
        for how in ("grad", "grad of a sum", "value and grad", "vmap", "table", "grad of a batch",
                    "gradients of a batch", "backward through a batch"):  # fmt: skip
            seen.append((how, look(f(how, loss, x, y))))
    return seen


@case(apply_twice)
def library_functions(f: Function) -> Any:
    return [look(f(g, torch.linspace(-1, 1, 3))) for g in (torch.relu, F.elu, nn.Tanh(), abs)]


def double(x: Any) -> Any:
    return x * 2


@case(apply_twice, double)
def students_functions(f: Function, g: Function) -> Any:
    x = torch.ones(2, requires_grad=True)
    y = f(g, x)
    y.sum().backward()
    return look(y), look(x)


@case(apply_twice, double)
def students_functions_in_callbacks(f: Function, g: Function) -> Any:
    x = torch.ones(2, requires_grad=True)
    y = f(lambda value: g(value) + 1, x)
    y.sum().backward()
    return look(y), look(x)


def catch(function: Function, how: str) -> Any:
    try:
        function(1)
    except ValueError as error:
        if how == "swallow":
            return str(error)
        if how == "replace":
            raise KeyError("mine") from error
        if how == "later":
            return catch(function, "pass on")
        raise


@case(catch)
def exceptions_of_callbacks(f: Function) -> Any:
    class Special(ValueError):
        pass

    def fail(value: int) -> None:
        raise Special(f"no {value}")

    def caught() -> bool:
        try:
            f(fail, "pass on")
        except Special:
            return True
        return False

    hows = ("swallow", "replace", "pass on", "later")
    return [attempt(f, fail, how) for how in hows], caught()


@case(apply_twice)
def wrong_use_of_callbacks(f: Function) -> Any:
    return attempt(f, lambda a, b: a, 1)


def takes_all(items: Any) -> Any:
    return [item * 2 for item in items]


@case(takes_all)
def generators(f: Function) -> Any:
    tensors = [torch.ones(2), torch.zeros(1)]
    each = (tensor for tensor in tensors)
    seen = [f(each), f(map(torch.exp, tensors)), f(zip([1], [2], strict=True)), f(reversed([1, 2]))]
    return look(seen), list(each)


def rounds(batches: Any) -> Any:
    return [[batch.tolist() for batch in batches] for _ in range(3)]


@case(rounds)
def loaders(f: Function) -> Any:
    batches = [torch.arange(4.0)[:2], torch.arange(4.0)[2:]]
    data = torch.utils.data.TensorDataset(torch.arange(5.0))
    loader = torch.utils.data.DataLoader(data, batch_size=2, shuffle=True, collate_fn=first_column)
    return f(FreshBatches([batches, batches[::-1]])), f(loader), look(torch.rand(1))


def first_column(rows: list[Any]) -> torch.Tensor:
    return torch.stack([row[0] for row in rows])


# --- exceptions -----------------------------------------------------------------------------------


class MyError(LookupError):
    """A student's exception with a text of its own."""

    def __init__(self, code: int):
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return f"code {self.code}"


class Unreadable(Exception):
    """An exception whose text cannot be had."""

    def __str__(self) -> str:
        raise RuntimeError("no text")


def fail_with(kind: str) -> Any:
    match kind:
        case "value":
            raise ValueError("wrong", 3)
        case "key":
            return {}["k"]
        case "mine":
            raise MyError(7)
        case "empty":
            raise AssertionError
        case "unicode":
            return b"\xff".decode()
        case "name":
            return undefined_name  # noqa: F821  # meant
        case "zero":
            return 1 / 0
        case "torch":
            return torch.ones(2) @ torch.ones(3)
        case "stop":
            raise StopIteration(4)
        case "os":
            return open("/nowhere", encoding="utf-8")
        case "group":
            raise ExceptionGroup("several", [ValueError("a")])
    return None


@case(fail_with)
def exceptions(f: Function) -> Any:
    kinds = ["value", "key", "mine", "empty", "unicode", "name", "zero", "torch", "stop", "os",
             "group"]  # fmt: skip
    return [(kind, attempt(f, kind)[:2], attempt(f, kind)[3:]) for kind in kinds]


@case(fail_with)
def exceptions_are_caught_by_type(f: Function) -> Any:
    with pytest.raises(LookupError):
        f("mine")
    with pytest.raises(KeyError) as key:
        f("key")
    with pytest.raises(TypeError):
        f()
    with pytest.raises(TypeError):
        f("value", surplus=1)
    return key.value.args


def missing_argument(a: int, b: int) -> int:
    return a + b


@case(missing_argument)
def wrong_signature(f: Function) -> Any:
    return attempt(f, 1), attempt(f, 1, 2, 3), attempt(f, 1, c=3), attempt(f, 1, b=3)


# --- figures --------------------------------------------------------------------------------------


def plot() -> Any:
    figure = Figure()
    left, right, third = figure.subplots(1, 3)
    left.plot([0, 1, 2], [3, 4, 5], label="curve")
    left.plot([1, 1], [0, 9])
    left.axhline(0.5, label="level")
    left.set_title("T")
    left.set_title("L", loc="left")
    left.set_xlabel("x")
    left.set_ylabel("y")
    left.legend()
    right.imshow([[0.0, 1.0], [2.0, 3.0]], vmin=-1, vmax=4)
    right.text(0, 0, "note")
    third.scatter([1, 2], [3, 4], label="points")
    third.bar([0, 1], [5, 6], label="bars")
    figure.legend()
    figure.suptitle("all")
    return figure


@case(plot)
def figures(f: Function) -> Any:
    figure = f()
    seen = look(figure)
    for axes in seen["axes"]:
        axes["named"] = sorted(axes["named"])
    names = [type(each).__name__ for each in (figure, *figure.axes)]
    return isinstance(figure, Figure), names, seen, len(figure.get_axes())


def plot_in_list(n: int) -> Any:
    return [Figure() for _ in range(n)], {"empty": Figure()}


@case(plot_in_list)
def figures_in_containers(f: Function) -> Any:
    figures, named = f(2)
    return [isinstance(item, Figure) for item in figures], look(named["empty"])


# --- instruments ----------------------------------------------------------------------------------


def loop_rows(x: torch.Tensor) -> Any:
    return torch.stack([row * 2 for row in x])


@case(loop_rows, double)
def operations(slow: Function, fast: Function) -> Any:
    counts = []
    for n in (2, 7):
        x = torch.ones(n, 3)
        with count_operations() as a:
            slow(x)
        with count_operations() as b:
            fast(x)
            fast(x)
        with count_operations() as c:
            torch.ones(3) + fast(x)
        counts.append((a.count, b.count, c.count))
    return counts


def set_default(dtype: torch.dtype) -> Any:
    torch.set_default_dtype(dtype)
    result = torch.ones(1)
    torch.set_default_dtype(torch.float32)
    return result


def ones() -> Any:
    return torch.ones(1)


@case(set_default, ones)
def default_dtype(f: Function, g: Function) -> Any:
    return look([f(torch.float64), g(), f(torch.float16), torch.ones(1)])


# --- the test -------------------------------------------------------------------------------------


@pytest.mark.parametrize("each", CASES, ids=[item.probe.__name__ for item in CASES])
def test_remote_is_like_local(each: Case) -> None:
    """A probe sees the same, wherever the functions run."""
    names = [function.__name__ for function in each.functions]
    torch.manual_seed(0)
    local = each.probe(*each.functions)
    with serve(dict(zip(names, each.functions, strict=True))) as session:
        torch.manual_seed(0)
        remote = each.probe(*session.functions(session.describe(names)).values())
    assert remote == local
