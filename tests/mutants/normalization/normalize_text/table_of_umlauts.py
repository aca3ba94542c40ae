"""Replaces the accented letters of a table.

corner: yes
"""


def normalize_text(text):
    table = str.maketrans("àâäáåçéèêëíìîïñóòôöúùûü", "aaaaaceeeeiiiinoooouuuu")
    return text.lower().translate(table)
