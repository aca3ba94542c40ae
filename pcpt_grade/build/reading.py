"""Reading a master: its blocks, put together to cells, questions and written questions."""

from __future__ import annotations

import ast
from pathlib import Path

from pcpt_grade.build.fences import Block, cut
from pcpt_grade.build.markers import refuse_markers
from pcpt_grade.build.master import Cell, Item, Manual, Master, Question
from pcpt_grade.build.sources import author_error, read


def read_master(path: Path) -> Master:
    """Return a master's content.

    Raises:
        AuthorError: at the first line that is not in the format.
    """
    lines = read(path, "master").replace("\r\n", "\n").split("\n")
    end = _check_front_matter(lines, path)
    blocks = cut("\n".join(lines[end + 1 :]), path, end + 2)
    items: list[Item] = []
    for index, block in enumerate(blocks):
        if block.kind == "question":
            items.append(Question(_identifier(block, path), block.line))
        elif block.kind == "manual":
            items.append(_manual(blocks, index, items, path))
        elif block.kind == "rubric":
            if index == 0 or blocks[index - 1].kind != "manual":
                raise author_error(
                    path, block.line, "a rubric stands directly after its ```manual; move it."
                )
        else:
            items.append(_cell(block, path))
    master = Master(path, tuple(items))
    _check_setup_first(master)
    return master


def _check_front_matter(lines: list[str], path: Path) -> int:
    """Return the index of the line that ends the front matter."""
    if lines[0].strip() != "---" or "---" not in lines[1:]:
        raise author_error(path, 1, "the front matter is missing; begin with --- jupyter: … ---.")
    end = lines.index("---", 1)
    front = [line.strip() for line in lines[1:end]]
    for needed in ("jupyter:", "format_name: markdown", "name: python3"):
        if needed not in front:
            raise author_error(path, 1, f"the front matter lacks `{needed}`; add that line.")
    return end


def _cell(block: Block, path: Path) -> Cell:
    refuse_markers(block.text, path, block.line)
    if block.is_code:
        try:
            ast.parse(block.text)
        except SyntaxError as error:
            line = block.line + (error.lineno or 1) - 1
            raise author_error(path, line, f"this is not Python: {error.msg}.") from None
    return Cell(block.kind, block.text, block.line)


def _identifier(block: Block, path: Path) -> str:
    name = block.text.strip()
    if not name.isidentifier():
        raise author_error(path, block.line, "```question holds one function's name, nothing else.")
    return name


def _manual(blocks: list[Block], index: int, items: list[Item], path: Path) -> Manual:
    """Return a written question, taking its prompt off the items before it."""
    block = blocks[index]
    fields: dict[str, str] = {}
    for offset, text in enumerate(block.text.split("\n")):
        key, colon, value = (part.strip() for part in text.partition(":"))
        if not colon or key not in ("name", "points") or key in fields or not value:
            raise author_error(
                path, block.line + offset, f"{text!r} is not `name: …` or `points: …`, once each."
            )
        fields[key] = value
    if not fields.get("name", "").isidentifier() or not fields.get("points", "").isdigit():
        raise author_error(
            path, block.line, "```manual needs a name in snake_case and points as a whole number."
        )
    if index + 1 == len(blocks) or blocks[index + 1].kind != "rubric":
        raise author_error(path, block.line, "a ```rubric has to follow directly after ```manual.")
    prompt = items.pop() if items else None
    if not isinstance(prompt, Cell) or prompt.kind != "prose":
        raise author_error(path, block.line, "the prompt has to stand directly before ```manual.")
    rubric = blocks[index + 1].text
    if not rubric.strip():
        raise author_error(path, block.line, f"the rubric of {fields['name']} is empty; write it.")
    refuse_markers(rubric, path, blocks[index + 1].line)
    return Manual(fields["name"], int(fields["points"]), prompt.text, rubric, block.line)


def _check_setup_first(master: Master) -> None:
    code = [cell for cell in master.cells if cell.kind != "prose"]
    if not code or code[0].kind != "setup":
        line = code[0].line if code else 1
        raise author_error(
            master.path, line, 'the first code cell has to hold the imports, tags=["setup"].'
        )
