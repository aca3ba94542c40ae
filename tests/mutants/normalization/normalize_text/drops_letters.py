"""Drops accented letters altogether."""


def normalize_text(text):
    return "".join(c for c in text.lower() if ord(c) < 128)
