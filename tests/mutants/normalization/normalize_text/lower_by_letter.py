"""Turns every letter to lower case on its own, so the final sigma is lost.

corner: yes
names: every letter put in lower case on its own
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c.lower() for c in decomposed if not unicodedata.combining(c))
