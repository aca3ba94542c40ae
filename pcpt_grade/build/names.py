"""Which names a piece of Python takes from around it."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator

BUILTINS = frozenset(dir(builtins))


def free_names(source: str) -> dict[str, int]:
    """Return the names, builtins aside, that a module's text uses and does not define.

    Each with the line of its first use, counted from 1.
    """
    table = symtable.symtable(source, "<source>", "exec")
    defined = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned()}
    defined |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_imported()}
    used = set(_globals_used(table)) - defined - BUILTINS
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]
    lines = {
        name: min((node.lineno for node in nodes if node.id == name), default=1) for name in used
    }
    return dict(sorted(lines.items()))


def bound_names(source: str) -> set[str]:
    """Return the names that a module's text binds at its top level."""
    table = symtable.symtable(source, "<source>", "exec")
    return {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported()
    }


def _globals_used(table: symtable.SymbolTable) -> Iterator[str]:
    is_module = table.get_type() == "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (is_module or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals_used(child)
