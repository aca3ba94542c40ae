"""Knows only the combining characters U+0300 to U+036F.

corner: yes
names: only the block U+0300 to U+036F dropped
"""

import re
import unicodedata


def normalize_text(text):
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text.lower()))
