"""Returns None for the empty text.

corner: yes
names: returned None
"""

import unicodedata


def normalize_text(text):
    if not text:
        return None
    return "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)
    )
