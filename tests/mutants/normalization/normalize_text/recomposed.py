"""Composes the text again at the end.

corner: yes
names: a composition (NFC) at the end
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept)
