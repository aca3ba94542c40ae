"""Marks the combining characters and removes the marks."""

import itertools, re, unicodedata


def normalize_text(text):
    chars = map(
        lambda c: c if not unicodedata.combining(c) else "\0",
        unicodedata.normalize("NFD", text.lower()),
    )
    return re.sub("\0", "", "".join(itertools.chain.from_iterable(chars)))
