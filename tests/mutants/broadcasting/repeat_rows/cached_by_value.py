"""Returns the same copy again for equal numbers.

corner: yes
names: keep none for the next
"""

cache = {}


def repeat_rows(b, n):
    key = (tuple(b.tolist()), n, b.dtype)
    if key not in cache:
        cache[key] = b.detach().repeat(n, 1)
    return cache[key]
