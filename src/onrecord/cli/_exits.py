"""Exit codes, and the line that tells why."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from onrecord._exceptions import OnRecordError, OptionError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Exit", "exit_on_error", "say"]


class Exit(IntEnum):
    """How a command ends; ``docs/command-line.md`` lists the same."""

    DONE = 0
    """All inputs were read."""
    SOME_FAILED = 1
    """Some inputs could not be read; the others were."""
    USAGE = 2
    """The command line makes no sense."""
    NOTHING_READ = 3
    """No input could be read."""
    NOT_WRITTEN = 4
    """The output cannot be written."""
    INTERRUPTED = 130
    """Stopped from the keyboard (128 + SIGINT)."""
    PIPE_CLOSED = 141
    """Whoever read the output stopped reading (128 + SIGPIPE)."""


def say(message: object) -> None:
    """Write one line to standard error, headed by the program's name."""
    line = " ".join(str(message).split()).encode("utf-8", "replace").decode()
    if sys.stderr is not None:  # as under "2>&-"
        # Not click.echo, which writes past the stream that a progress bar puts in its way, and so into the bar.
        sys.stderr.write(f"onrecord: {line}\n")
        sys.stderr.flush()


@contextmanager
def exit_on_error() -> Iterator[None]:
    """End the program with the exit code of whatever is raised, and its one line; never with a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        say("interrupted")
        raise click.exceptions.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        _forget_output()
        raise click.exceptions.Exit(Exit.PIPE_CLOSED) from None
    except OnRecordError as error:
        say(error)
        raise click.exceptions.Exit(_code(error)) from error


def _code(error: OnRecordError) -> Exit:
    if isinstance(error, OptionError):
        return Exit.USAGE
    return Exit.NOT_WRITTEN if isinstance(error, OutputError) else Exit.NOTHING_READ


def _forget_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush is quiet too."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
