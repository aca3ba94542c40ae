"""Sends values that are well formed, but that no number or figure can hold.

earns: 0
verdicts: scale=ERROR total=ERROR layer=ERROR noise=ERROR
"""

# %%
from pcpt_grade.worker import service


def forge(value):
    service.Encoder.encode = lambda self, result, depth=0: value


def figure(**parts):
    titles = {"center": "", "left": "", "right": ""}
    axes = dict.fromkeys(("texts", "lines", "images", "collections", "patches", "containers"), [])
    axes |= {"titles": titles, "xlabel": "", "ylabel": "", "legend": None}
    return {"figure": {"axes": [axes | parts], "legends": [], "title": ""}}


def scale(x):
    forge({"complex": [int("9" * 4000), 0]})
    return 1


def total(xs):
    forge(int("9" * 4300))
    return 1


def layer(n, a):
    bar = {"label": "", "x": int("9" * 4000), "y": 0, "width": 1, "height": 1}
    forge(figure(patches=[bar]))
    return 1


def noise(n):
    module = {"type": "Linear", "name": "Linear", "training": True, "config": {}, "children": []}
    forge({"module": {**module, "state": [["forward", None]]}})
    return 1
