"""The command line: ``onrecord``."""

from __future__ import annotations

import click

from onrecord.cli._read import read

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s", prog_name="onrecord")
def main() -> None:
    """Read news reports and show who says what, through whom, with what stance, in which words."""


main.add_command(read)
