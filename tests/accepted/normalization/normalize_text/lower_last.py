"""Drops the accents first and lowers the case of the result."""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join([c for c in decomposed if unicodedata.combining(c) == 0]).lower()
