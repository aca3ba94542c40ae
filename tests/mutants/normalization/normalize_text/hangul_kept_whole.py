"""Does not take Korean syllables apart.

corner: yes
"""

import unicodedata


def normalize_text(text):
    out = []
    for ch in text.lower():
        if "\uac00" <= ch <= "\ud7a3":
            out.append(ch)
        else:
            out += [c for c in unicodedata.normalize("NFD", ch) if not unicodedata.combining(c)]
    return "".join(out)
