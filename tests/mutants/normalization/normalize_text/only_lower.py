"""Only turns the text to lower case.

names: the accents left
"""


def normalize_text(text):
    return text.lower()
