"""Drops by category Mn, which takes marks of class 0 too.

corner: yes
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
