"""Uses casefold, which turns ß into ss.

corner: yes
names: str.casefold() instead of str.lower()
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
