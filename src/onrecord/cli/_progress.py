"""A progress bar on standard error, for runs of more than one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress

    from onrecord.reading import Reading

__all__ = ["with_progress"]


def with_progress(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield ``readings`` and show how many there were so far; nothing is shown for the first alone."""
    bar: Progress | None = None
    try:
        for number, reading in enumerate(readings, 1):
            if number == 2:
                bar = _bar()
                bar.start()
                bar.add_task("Reading", total=None, completed=1)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=number)
            yield reading
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} reports"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
