"""Drops at most one accent per letter.

corner: yes
"""

import unicodedata


def normalize_text(text):
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text.lower())
