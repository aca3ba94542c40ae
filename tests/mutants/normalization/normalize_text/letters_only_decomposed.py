"""Decomposes letters only, so that signs such as ≠ keep their stroke.

corner: yes
"""

import unicodedata


def _plain(c):
    if not c.isalpha():
        return "" if unicodedata.combining(c) else c
    return "".join(d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d))


def normalize_text(text):
    return "".join(map(_plain, text.lower()))
