"""Composes (NFC), so that nothing is left to drop."""

import unicodedata


def normalize_text(text):
    composed = unicodedata.normalize("NFC", text.lower())
    return "".join(c for c in composed if not unicodedata.combining(c))
