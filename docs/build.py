"""Make the generated pages of this folder again: ``make docs``.

``vocabulary.md`` is made from the vocabulary files and ``reading.schema.json`` from the types of a reading; a test fails
while one of them is out of date. The output in ``../README.md`` and the help in ``command-line.md`` are what the command
prints; they stand between comments, and the rest of those pages is written by hand.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

import onrecord
from onrecord.cli import main as command
from onrecord.export import to_text
from onrecord.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCS = Path(__file__).resolve().parent
VOCABULARY = DOCS.parent / "src" / "onrecord" / "vocabulary"
HEAD = """\
# Vocabulary

Words that people may argue about are data, one file each; none of them stands in code. This page is made from the files:
change a file, then run `make docs`."""
FIRST = ("stances", "entity_types", "cues")
LINES = 36
SHOWN = 6
WIDTH = 110
LISTS = ("verbs", "nouns", "words", "phrases", "names")
"""Keys of a part that group its entries, and are none themselves."""
APART = ("label", "description", "doubts")


def main() -> None:
    made = {DOCS / name: text for name, text in pages().items()}
    made |= {page: _fill(page, name, text) for page, name, text in blocks()}
    for path, text in made.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"made {path.relative_to(DOCS.parent)} again")


def pages() -> dict[str, str]:
    """Return the text of every generated page by its name."""
    return {"vocabulary.md": vocabulary_page(), "reading.schema.json": schema()}


def blocks() -> Iterator[tuple[Path, str, str]]:
    """Yield the pages that hold what the command prints, with the name of the block and its text."""
    yield DOCS.parent / "README.md", "output", f"$ onrecord read examples/report.txt --date 2026-04-15\n{_output()}"
    yield DOCS / "command-line.md", "help", "\n\n".join(_help())


def _fill(page: Path, name: str, text: str) -> str:
    before, opening, rest = page.read_text(encoding="utf-8").partition(f"<!-- {name} -->")
    _, closing, after = rest.partition(f"<!-- /{name} -->")
    return f"{before}{opening}\n\n```text\n{text}\n```\n\n{closing}{after}"


def _output() -> str:
    """Return what the command prints of the example report, up to `LINES` lines."""
    report = DOCS.parent / "examples" / "report.txt"
    reading = onrecord.read(report.read_text(encoding="utf-8"), date="2026-04-15")
    lines = to_text(reading, width=80, color=False, explain=False).rstrip().splitlines()
    if len(lines) > LINES:
        ends = [number for number, line in enumerate(lines[: LINES + 1]) if not line]
        lines = [*lines[: max(ends, default=LINES)], "", "…"]
    return "\n".join(lines)


def _help() -> Iterator[str]:
    settings = {**command.context_settings, "max_content_width": 100, "terminal_width": 100}
    with click.Context(command, info_name="onrecord", **settings) as context:
        yield f"$ onrecord --help\n{command.get_help(context)}"
        for name, part in command.commands.items():
            with click.Context(part, parent=context, info_name=name, **settings) as inner:
                yield f"$ onrecord {name} --help\n{part.get_help(inner)}"


def vocabulary_page() -> str:
    """Return the page on the vocabulary: one section a file, in the words of the file."""
    files = sorted(VOCABULARY.glob("*.toml"), key=lambda file: (_rank(file.stem), file.stem))
    return "\n\n".join((HEAD, *map(_section, files))) + "\n"


def _rank(stem: str) -> int:
    return FIRST.index(stem) if stem in FIRST else len(FIRST)


def _section(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    head = f"## {file.stem.replace('_', ' ').capitalize()}"
    link = f"[`{file.name}`](../src/onrecord/vocabulary/{file.name})"
    return "\n\n".join((head, _comment(text), f"File: {link}.", _table(tomllib.loads(text))))


def _comment(text: str) -> str:
    """Return the comment that a file opens with, its lines joined and its paragraphs kept."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").rstrip())
    return "\n\n".join(" ".join(part.split("\n")) for part in "\n".join(lines).split("\n\n"))


def _table(data: dict[str, Any]) -> str:
    values = [value if isinstance(value, dict) else {} for value in data.values()]
    if all({"label", "description"} == value.keys() for value in values):
        cells = [(value["label"], value["description"]) for value in values]
        return _rows(
            ("key", "shown as", "what it is"), ((f"`{key}`", *row) for key, row in zip(data, cells, strict=True))
        )
    if all("person" in value for value in values):
        facts = [", ".join(f"{name}: {fact}" for name, fact in value.items()) for value in values]
        return _rows(("word", "what it tells"), ((f"`{key}`", fact) for key, fact in zip(data, facts, strict=True)))
    return _rows(("part", "entries", "such as"), (_part(key, value) for key, value in data.items()))


def _part(key: str, value: Any) -> tuple[str, ...]:
    about = f"{value['label']}: {value['description']}" if isinstance(value, dict) and "description" in value else ""
    entries = list(_entries(value))
    return f"`{key}`" + (f" ({about.rstrip('.')})" if about else ""), f"{len(entries):,}", _sample(entries)


def _entries(value: Any) -> Iterator[str]:
    """Yield the words that a part of a vocabulary file lists."""
    match value:
        case str():
            yield from value.split()
        case list():
            yield from (str(each["name"] if isinstance(each, dict) and "name" in each else each) for each in value)
        case dict():
            for key, inner in value.items():
                if key in LISTS:
                    yield from _entries(inner)
                elif key not in APART:
                    yield key
        case _:
            yield str(value)


def _sample(entries: list[str]) -> str:
    shown: list[str] = []
    for entry in entries[:SHOWN]:
        if len(", ".join((*shown, entry))) > WIDTH:
            break
        shown.append(entry)
    return ", ".join(shown) + (", …" if len(shown) < len(entries) else "")


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    cells = [head, ("---",) * len(head), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def schema() -> str:
    """Return the JSON Schema (2020-12) of a reading as ``Reading.to_json`` writes it."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Reading)}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
