"""Deletes with a translation table."""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", str.lower(text))
    table = {ord(c): None for c in set(decomposed) if unicodedata.combining(c)}
    return decomposed.translate(table)
