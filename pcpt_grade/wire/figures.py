"""Matplotlib figures as results: their artists' data, read back as light stand-ins.

The worker sends what a check can ask a figure for: per axes its place, its lines, images, scattered
points, bars, stairs, texts and legend. The judge makes instances of the matplotlib classes without
running their constructors (an axes alone costs 10 ms), which answer those questions and no others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import AxLine
from matplotlib.patches import StepPatch
from matplotlib.transforms import Bbox

from pcpt_grade.wire.frames import FrameError

Encode = Callable[[Any], Any]


class Stub:
    """An artist (line, image, text, legend, …) that answers its getters from a description."""

    def __init__(self, **answers: Any):
        for name, answer in answers.items():
            setattr(self, f"get_{name}", lambda answer=answer: answer)


class RemoteAxes(Axes):
    """An axes of a figure that was drawn in the worker."""

    answers: dict[str, Any]

    def __init__(self, answers: dict[str, Any]):  # deliberately not Axes.__init__
        self.__dict__["answers"] = answers

    lines = property(lambda self: self.answers["lines"])
    images = property(lambda self: self.answers["images"])
    collections = property(lambda self: self.answers["collections"])
    patches = property(lambda self: self.answers["patches"])
    texts = property(lambda self: self.answers["texts"])
    containers = property(lambda self: self.answers["containers"])

    def get_lines(self) -> Any:
        return self.answers["lines"]

    def get_images(self) -> Any:
        return self.answers["images"]

    def get_title(self, loc: str = "center") -> str:
        return str(self.answers["titles"].get(loc, ""))

    def get_xlabel(self) -> str:
        return str(self.answers["xlabel"])

    def get_ylabel(self) -> str:
        return str(self.answers["ylabel"])

    def get_position(self, original: bool = False) -> Bbox:
        del original  # it is: the other one depends on a drawing
        return Bbox.from_extents(*self.answers["position"])

    def get_legend(self) -> Any:
        return self.answers["legend"]

    def get_legend_handles_labels(self, legend_handler_map: Any = None) -> Any:
        parts = ("lines", "patches", "collections", "containers")
        artists = [artist for part in parts for artist in self.answers[part]]
        named = [a for a in artists if a.get_label() and not a.get_label().startswith("_")]
        return named, [artist.get_label() for artist in named]

    @classmethod
    def get_shared_x_axes(cls) -> Any:
        return Shared("shared_x")

    @classmethod
    def get_shared_y_axes(cls) -> Any:
        return Shared("shared_y")

    def __repr__(self) -> str:
        return "<Axes of the student's figure>"


class Shared:
    """Tells which axes share an axis, as matplotlib's groupers do."""

    def __init__(self, direction: str):
        self._direction = direction

    def joined(self, a: RemoteAxes, b: RemoteAxes) -> bool:
        """Tell whether two axes of a figure share the axis."""
        return bool(a.answers[self._direction] == b.answers[self._direction])


class RemoteFigure(Figure):
    """A figure that was drawn in the worker."""

    answers: dict[str, Any]

    def __init__(self, axes: list[RemoteAxes], legends: list[Stub], texts: dict[str, str]):
        self.__dict__["answers"] = {"axes": axes, **texts}
        self.__dict__["legends"] = legends

    axes = property(lambda self: list(self.answers["axes"]))

    def get_axes(self) -> Any:
        return list(self.answers["axes"])

    def get_suptitle(self) -> str:
        return str(self.answers["suptitle"])

    def get_supxlabel(self) -> str:
        return str(self.answers["supxlabel"])

    def get_supylabel(self) -> str:
        return str(self.answers["supylabel"])

    def __repr__(self) -> str:
        return "<the student's figure>"


RemoteAxes.__name__ = "Axes"  # messages name the type of what came
RemoteFigure.__name__ = "Figure"


def describe(figure: Figure, encode: Encode) -> dict[str, Any]:
    """Return the JSON form of a figure; parts that cannot be read are left out."""
    return {
        "axes": [_describe_axes(ax, figure.axes, encode) for ax in figure.axes],
        "legends": [_legend(legend) for legend in figure.legends if legend.get_visible()],
        "texts": {name: str(getattr(figure, f"get_{name}")()) for name in _TEXTS},
    }


def _describe_axes(ax: Any, all_axes: list[Any], encode: Encode) -> dict[str, Any]:
    bars = [patch for patch in ax.patches if hasattr(patch, "get_height")]
    return {
        "titles": {loc: str(ax.get_title(loc)) for loc in ("center", "left", "right")},
        "shared_x": _group(ax, all_axes, ax.get_shared_x_axes()),
        "shared_y": _group(ax, all_axes, ax.get_shared_y_axes()),
        "xlabel": str(ax.get_xlabel()),
        "ylabel": str(ax.get_ylabel()),
        "position": [float(end) for end in ax.get_position(original=True).extents],
        "texts": [str(text.get_text()) for text in ax.texts],
        "legend": _legend(ax.get_legend()),
        "containers": [str(container.get_label()) for container in ax.containers],
        "lines": [
            {
                "label": str(line.get_label()),
                "xdata": encode(_floats(x)),
                "ydata": encode(_floats(y)),
            }
            for line in ax.get_lines()
            for x, y in [line_data(line)]
        ],
        "images": [
            {
                "label": str(image.get_label()),
                "array": encode(_floats(image.get_array())),
                "clim": encode(tuple(None if v is None else float(v) for v in image.get_clim())),
            }
            for image in ax.get_images()
        ],
        "collections": [
            {
                "label": str(item.get_label()),
                "offsets": encode(_floats(item.get_offsets())),
                "segments": [encode(_floats(part)) for part in _segments(item)],
            }
            for item in ax.collections
        ],
        "patches": [
            {
                "label": str(bar.get_label()),
                **{key: float(getattr(bar, f"get_{key}")()) for key in _BAR},
            }
            for bar in bars[:10_000]
        ],
        "stairs": [
            {
                "label": str(patch.get_label()),
                "values": encode(_floats(values)),
                "edges": encode(_floats(edges)),
            }
            for patch in ax.patches
            if isinstance(patch, StepPatch)
            for values, edges, _ in [patch.get_data()]
        ],
    }


def line_data(line: Any) -> tuple[Any, Any]:
    """Return x and y of a line; for an endless one (``Axes.axline``), those of two points."""
    if not isinstance(line, AxLine):
        return line.get_xdata(), line.get_ydata()
    ends: Any = (line.get_xy1(), line.get_xy2())
    (x, y), end = ends
    end = (x + 1, y + line.get_slope()) if end is None else end
    return (x, end[0]), (y, end[1])


_TEXTS = ("suptitle", "supxlabel", "supylabel")
_BAR = ("x", "y", "width", "height")


def _group(ax: Any, all_axes: list[Any], shared: Any) -> int:
    """Return the number of the first axes that an axes shares an axis with: itself, if alone."""
    return next(n for n, each in enumerate(all_axes) if each is ax or shared.joined(ax, each))


def _segments(collection: Any) -> list[Any]:
    return list(collection.get_segments())[:1000] if hasattr(collection, "get_segments") else []


def _legend(legend: Any) -> list[str] | None:
    if legend is None or not legend.get_visible():
        return None
    return [str(text.get_text()) for text in legend.get_texts()]


def _floats(values: Any) -> Any:
    return np.ascontiguousarray(np.ma.getdata(np.ma.asarray(values)), dtype=np.float64)


def rebuild(item: Any, decode: Callable[[Any], Any]) -> Figure:
    """Return a stand-in for the described figure.

    Raises:
        FrameError: if the description is malformed.
    """
    try:
        return RemoteFigure(
            [_rebuild_axes(part, decode) for part in _list(item["axes"])],
            [_rebuild_legend(texts) for texts in _list(item["legends"])],
            {name: _text(item["texts"][name]) for name in _TEXTS},
        )
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise FrameError(f"a figure is malformed: {error}") from None


def _rebuild_axes(part: Any, decode: Callable[[Any], Any]) -> RemoteAxes:
    def array(value: Any) -> Any:
        decoded = decode(value)
        if not isinstance(decoded, np.ndarray) or decoded.dtype != np.float64:
            raise FrameError("a figure's data are not an array of floats")
        return decoded

    titles = part["titles"]
    return RemoteAxes(
        {
            "titles": {loc: _text(titles[loc]) for loc in ("center", "left", "right")},
            "shared_x": int(part["shared_x"]),
            "shared_y": int(part["shared_y"]),
            "xlabel": _text(part["xlabel"]),
            "ylabel": _text(part["ylabel"]),
            "position": _position(part["position"]),
            "texts": [Stub(text=_text(text)) for text in _list(part["texts"])],
            "legend": None if part["legend"] is None else _rebuild_legend(part["legend"]),
            "containers": [Stub(label=_text(label)) for label in _list(part["containers"])],
            "lines": [
                Stub(
                    label=_text(line["label"]),
                    xdata=array(line["xdata"]),
                    ydata=array(line["ydata"]),
                )
                for line in _list(part["lines"])
            ],
            "images": [
                Stub(
                    label=_text(image["label"]),
                    array=array(image["array"]),
                    clim=_limits(decode(image["clim"])),
                )
                for image in _list(part["images"])
            ],
            "collections": [
                Stub(
                    label=_text(each["label"]),
                    offsets=array(each["offsets"]),
                    segments=[array(segment) for segment in _list(each["segments"])],
                )
                for each in _list(part["collections"])
            ],
            "patches": [
                *(
                    Stub(label=_text(bar["label"]), **{key: float(bar[key]) for key in _BAR})
                    for bar in _list(part["patches"])
                ),
                *(
                    StepPatch(
                        array(each["values"]), array(each["edges"]), label=_text(each["label"])
                    )
                    for each in _list(part["stairs"])
                ),
            ],
        }
    )


def _rebuild_legend(texts: Any) -> Stub:
    return Stub(visible=True, texts=[Stub(text=_text(text)) for text in _list(texts)])


def _position(value: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = map(float, _list(value))
    return left, bottom, right, top


def _limits(value: Any) -> tuple[float | None, float | None]:
    low, high = value
    return (None if low is None else float(low), None if high is None else float(high))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise FrameError("a figure is malformed")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise FrameError("a figure's text is malformed")
    return value
