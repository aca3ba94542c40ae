"""Decomposes but keeps the combining characters."""

import unicodedata


def normalize_text(text):
    return unicodedata.normalize("NFD", text.lower())
