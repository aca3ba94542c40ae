"""Decomposes by hand from the character database, with NFD for Hangul."""

import unicodedata


def _parts(c):
    mapping = unicodedata.decomposition(c)
    if not mapping or mapping.startswith("<"):
        return unicodedata.normalize("NFD", c)
    return "".join(_parts(chr(int(code, 16))) for code in mapping.split())


def normalize_text(text):
    result = ""
    for c in text.lower():
        for part in _parts(c):
            if not unicodedata.combining(part):
                result += part
    return result
