"""Drops everything that is not ASCII after decomposing.

corner: yes
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if c.isascii() or (c.isalpha() and c not in "ßøłđıæœ"))
