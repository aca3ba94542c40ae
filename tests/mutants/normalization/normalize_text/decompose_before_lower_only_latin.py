"""Drops only the class of accents above (230).

corner: yes
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if unicodedata.combining(c) != 230)
