"""Readings as web pages: one page, or a folder of pages with an index."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from onrecord._exceptions import OptionError
from onrecord.cli._output import is_folder, make_folder, open_output, write_file
from onrecord.export import Entry, make_entry, to_html, to_html_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.reading import Reading

__all__ = ["page_name", "write_pages"]

INDEX = "index.html"
LONGEST_NAME = 60


def write_pages(readings: Iterator[Reading], output: Path | None) -> None:
    """Write a page for each reading, and an index, to the folder ``output``; one page to a file or standard output.

    A name that ends in ``.html`` or ``.htm`` and is no folder yet means a file.

    Raises:
        OptionError: there are several readings and no folder for them.
        OutputError: a page cannot be written.

    """
    if output is None or (output.suffix.lower() in (".html", ".htm") and not is_folder(output)):
        page = to_html(next(readings))
        if next(readings, None) is not None:
            raise OptionError("several reports make several pages: name a folder for them with -o")
        with open_output(output) as file:
            file.write(page)
        return
    make_folder(output)
    write_file(output / INDEX, [to_html_index(list(_write_each(readings, output)))])


def page_name(number: int, title: str) -> str:
    """Return the file name of a page: its number, and the title in plain letters and digits."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{number:04}-{slug}.html" if slug else f"{number:04}.html"


def _write_each(readings: Iterator[Reading], folder: Path) -> Iterator[Entry]:
    for number, reading in enumerate(readings, 1):
        name = page_name(number, make_entry(reading, "").title)
        write_file(folder / name, [to_html(reading, index=INDEX)])
        yield make_entry(reading, name)
