"""Drops all marks, spacing and enclosing ones too.

corner: yes
names: all marks dropped
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M"))
