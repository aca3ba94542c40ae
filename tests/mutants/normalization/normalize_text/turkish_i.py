"""Turns I into the dotless ı, as Turkish does.

corner: yes
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.replace("I", "ı").lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
