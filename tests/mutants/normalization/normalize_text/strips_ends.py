"""Strips white space at both ends.

corner: yes
names: white space stripped
"""

import unicodedata


def normalize_text(text):
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text.lower().strip())
        if not unicodedata.combining(c)
    )
