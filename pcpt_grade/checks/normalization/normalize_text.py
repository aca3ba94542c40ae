"""The properties checked for ``normalize_text``."""

from __future__ import annotations

import unicodedata

from pcpt_grade.checks.expect import expect_equal
from pcpt_grade.checks.registry import check


@check("normalize_text", points=0.5, public=True)
def normalize_text_in_french(normalize_text):
    """Texts like "Café", "À la CARTE" and "Crème Brûlée!" lose upper case and accents."""
    for text, want, upper in (
        ("Café", "cafe", "Cafe"),
        ("À la CARTE", "a la carte", "A la CARTE"),
        ("Crème Brûlée!", "creme brulee!", "Creme Brulee!"),
    ):
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!r})",
            mistakes={"the accents left": text.lower(), "upper case left": upper},
            hint="Lower case, canonical decomposition, then drop the combining characters.",
        )


@check("normalize_text", points=0.5)
def normalize_text_drops_every_accent(normalize_text):
    """All combining characters go, in every script, several on one letter, or already apart."""
    cases = {
        "Tiếng VIỆT, PHỞ": "tieng viet, pho",
        "\u212bngström \u00c5": "angstrom a",
        "Cafe\u0301 x\u0338": "cafe x",
        "\u0130STANBUL": "istanbul",
        "\u0401\u0436 \u0419": "\u0435\u0436 \u0438",
        "\u304c\u30d7": "\u304b\u30d5",
        "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd": "\u05e9\u05dc\u05d5\u05dd",
        "a\u20d7 \u1dc4b\ufe20": "a b",
        "a \u2260 b": "a = b",
        "": "",
        "\u0928\u094d\u0926 \u0915\u093c \u1fb3": "\u0928\u0926 \u0915 \u03b1",
    }
    for text, want in cases.items():
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {"only the block U+0300 to U+036F dropped": _without_block(text)},
            "`str.lower` knows the letters, `unicodedata.combining` the accents of all scripts.",
        )


def _without_block(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not 0x300 <= ord(c) <= 0x36F)


@check("normalize_text", points=0.25)
def normalize_text_keeps_the_rest(normalize_text):
    """What is no combining character stays: ß, ø, ﬁ, ², full-width letters, vowel signs, emoji."""
    for kept in (
        "straße",
        "øłđıæœ",
        "ﬁ ﬂ x² ½ № ℃",  # compatibility characters
        "ａｂｃ　①",
        "हिन्दी".replace("\u094d", ""),  # marks with combining class 0
        "ที\u0e31",
        "❤\ufe0f 👩\u200d🔬 a\u20dd",
        "tab\t line\n  \u00a0“…”",
    ):
        text, want = f" \u00c9 {kept}\n", f" e {kept}\n"
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {
                "compatibility decomposition (NFKD) instead of canonical (NFD)": "".join(
                    c for c in unicodedata.normalize("NFKD", want) if not unicodedata.combining(c)
                ),
                "str.casefold() instead of str.lower()": want.casefold(),
                "all marks dropped, also those with combining class 0": "".join(
                    c for c in want if not unicodedata.category(c).startswith("M")
                ),
                "everything dropped that is not ASCII": want.encode("ascii", "ignore").decode(),
                "white space stripped": want.strip(),
                "white space joined": " ".join(want.split()),
                "the text left as it is": text,
                "the accents left": text.lower(),
            },
            "Keep every character for which `unicodedata.combining` gives 0.",
        )


@check("normalize_text", points=0.25)
def normalize_text_stays_decomposed(normalize_text):
    """The lower case is that of `str.lower()`, and what was decomposed is not composed again."""
    for text in ("\ud55c\uae00", "\u0b94\u0b95", "ΟΔΥΣΣΕΎΣ ΣΑΣ", "\u2126\u1e9e\u0178"):
        lower = unicodedata.normalize("NFD", text.lower())
        want = "".join(c for c in lower if not unicodedata.combining(c))
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {
                "a composition (NFC) at the end": unicodedata.normalize("NFC", want),
                "every letter put in lower case on its own": want.replace("ς", "σ"),
                "str.casefold() instead of str.lower()": want.replace("ς", "σ").replace("ß", "ss"),
            },
            "Nothing has to be composed after the accents are gone.",
        )
