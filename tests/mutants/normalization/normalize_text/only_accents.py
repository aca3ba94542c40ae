"""Drops accents and keeps upper case.

names: upper case left
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
