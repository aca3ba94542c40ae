"""A tensor like b from the times before new_empty."""


def repeat_rows(b, n):
    rows = b.new(n, b.size(0))
    for row in rows:
        row.copy_(b.data)
    return rows
