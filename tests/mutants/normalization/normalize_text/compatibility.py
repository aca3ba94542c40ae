"""Uses NFKD, which takes ligatures and superscripts apart as well.

corner: yes
names: compatibility decomposition (NFKD)
"""

import unicodedata


def normalize_text(text):
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
