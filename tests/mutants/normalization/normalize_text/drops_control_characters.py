"""Drops control and format characters as well.

corner: yes
"""

import unicodedata


def normalize_text(text):
    return "".join(
        c
        for c in unicodedata.normalize("NFD", text.lower())
        if not unicodedata.combining(c) and unicodedata.category(c)[0] != "C"
    )
