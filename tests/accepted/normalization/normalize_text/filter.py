"""Uses filterfalse."""

import unicodedata
from itertools import filterfalse


def normalize_text(text):
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", text.lower())))
