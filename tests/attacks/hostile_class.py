"""Returns objects whose attributes, length, iteration and name raise or never end.

earns: 0
verdicts: scale=TIMEOUT total=ERROR
"""


# %%
class Endless(dict):
    def items(self):
        while True:
            pass


class Meta(type):
    __name__ = property(lambda cls: 1 / 0)


class Nameless(metaclass=Meta):
    __slots__ = ()


def scale(x):
    return Endless()


def total(xs):
    return Nameless()
