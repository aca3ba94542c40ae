"""Is an instance that deletes from the end."""

import unicodedata


class Normalizer:
    form = "NFD"

    def __call__(self, text):
        chars = list(unicodedata.normalize(self.form, text.lower()))
        for i in range(len(chars) - 1, -1, -1):
            if unicodedata.combining(chars[i]):
                del chars[i]
        return "".join(chars)


normalize_text = Normalizer()
