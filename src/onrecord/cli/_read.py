"""``onrecord read``: reports in, who says what out."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from onrecord.cli._exits import Exit, exit_on_error, say
from onrecord.cli._output import open_output
from onrecord.cli._progress import with_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord._exceptions import InputError
    from onrecord.reading import Reading

__all__ = ["FORMATS", "Tally", "read", "read_paths", "write_readings"]

FORMATS = ("text", "json", "jsonl", "html")
WIDEST = 100
SUFFIX_FORMATS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}


@dataclass(slots=True)
class Tally:
    """How many inputs were read, and how many were not."""

    read: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> Exit:
        if not self.read:
            return Exit.NOTHING_READ
        return Exit.SOME_FAILED if self.failed else Exit.DONE


@click.command(short_help="Show who says what in news reports.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--date", metavar="DATE", help="When the reports that bear no date were published: 2026-02-06.")
@click.option("--publisher", metavar="NAME", help="Who published the reports that do not say so.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="How to show them. Without it the ending of OUT decides, else text.",
)
@click.option(
    "-o",
    "--output",
    "output",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="The file to write; for html also a folder, which gets a page for each report and an index.",
)
@click.option("--explain", is_flag=True, help="Say why this speaker, why this stance (text; the others always do).")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, and no line for an input that fails.")
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[str, ...],
    date: str | None,
    publisher: str | None,
    format_: str | None,
    output: Path | None,
    explain: bool,
    quiet: bool,
) -> None:
    """Show every statement in news reports: who says it, through whom, with what stance, in which words.

    PATH is a file (plain text, HTML, JSON Lines; gzip too), a folder of them, the address of a page, or - for
    standard input. An input that cannot be read costs one line on standard error, and the others are read.

    \b
    Examples:
      onrecord read report.txt --date 2026-04-15
      onrecord read page.html --explain
      onrecord read story.jsonl --format html -o pages
      onrecord read story.jsonl report.txt -o readings.jsonl
      onrecord read - --format json < report.txt

    \b
    Exit codes:
      0    all inputs were read
      1    some could not be read, the others were
      2    the command line makes no sense
      3    nothing could be read
      4    the output cannot be written
      130  interrupted
      141  the reader of the output stopped reading
    """  # noqa: D301  \b is the character that keeps click from joining lines
    tally = Tally()
    with exit_on_error():
        readings = read_paths(paths, date=date, publisher=publisher, tally=tally, on_error=_ignore if quiet else say)
        if not quiet and _shows_progress(output):
            readings = with_progress(readings)
        write_readings(readings, format_ or _format_of(output), output, explain=explain)
    context.exit(tally.exit_code)


def read_paths(
    paths: Iterable[str],
    *,
    date: str | None = None,
    publisher: str | None = None,
    tally: Tally | None = None,
    on_error: Callable[[InputError], None],
) -> Iterator[Reading]:
    """Yield the reading of each report in ``paths``; pass what cannot be read to ``on_error``, and go on.

    Raises:
        OptionError: the date is none.
        ModelError: the weights cannot be loaded.

    """
    from onrecord import read_many
    from onrecord.intake import read_inputs

    tally = tally or Tally()

    def fail(error: InputError) -> None:
        tally.failed += 1
        on_error(error)

    for reading in read_many(read_inputs(paths, date=date, publisher=publisher, on_error=fail)):
        tally.read += 1
        yield reading


def write_readings(readings: Iterator[Reading], format: str, output: Path | None, *, explain: bool = False) -> None:
    """Write ``readings`` in one of `FORMATS` to a file, a folder (html) or standard output; nothing if there are none.

    Raises:
        OptionError: several reports are to be one web page.
        OutputError: the output cannot be written.

    """
    first = next(readings, None)
    if first is None:
        return
    readings = _chain(first, readings)
    if format == "html":
        from onrecord.cli._pages import write_pages

        write_pages(readings, output)
        return
    with open_output(output) as file:
        file.writelines(_pieces(readings, format, file, explain))


def _pieces(readings: Iterator[Reading], format: str, file: TextIO, explain: bool) -> Iterator[str]:
    from onrecord.export import iterate_json, iterate_json_lines

    if format == "json":
        return iterate_json(readings)
    if format == "jsonl":
        return iterate_json_lines(readings)
    return _texts(readings, file.isatty(), explain)


def _texts(readings: Iterator[Reading], terminal: bool, explain: bool) -> Iterator[str]:
    """Yield the readings as text, a rule between them; for a terminal in its width and in colour."""
    from onrecord.export import to_text

    width = min(shutil.get_terminal_size().columns, WIDEST) if terminal else 80
    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for number, reading in enumerate(readings):
        if number:
            yield "\n" + "─" * width + "\n\n"
        yield to_text(reading, width=width, color=color, explain=explain)


def _chain(first: Reading, rest: Iterator[Reading]) -> Iterator[Reading]:
    yield first
    yield from rest


def _format_of(output: Path | None) -> str:
    return SUFFIX_FORMATS.get(output.suffix.lower(), "text") if output else "text"


def _shows_progress(output: Path | None) -> bool:
    """Whether a bar on standard error would be seen, and not stand in the middle of the output."""
    return _is_terminal(sys.stderr) and (output is not None or not _is_terminal(sys.stdout))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # none where it is closed, as under "2>&-"


def _ignore(error: InputError) -> None:
    """Say nothing of ``error``; the exit code tells."""
