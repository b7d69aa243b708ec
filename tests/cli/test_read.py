from __future__ import annotations

import itertools
import json
import os
import shlex
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import pytest

import onrecord
from onrecord.cli import main
from onrecord.cli._read import FORMATS, read
from onrecord.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.intake import Report
    from tests.cli.conftest import Run

EXAMPLES = [line.strip() for line in (read.help or "").splitlines() if line.strip().startswith("onrecord ")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_help_run(example: str, run: Run, folder: Path) -> None:
    words = shlex.split(example)
    given = None
    if "<" in words:
        at = words.index("<")
        given = (folder / words[at + 1]).read_bytes()
        del words[at : at + 2]
    result = run(*words[1:], input=given)
    assert (result.exit_code, result.stderr) == (0, "")
    written = [folder / word for flag, word in itertools.pairwise(words) if flag == "-o"]
    assert all(path.exists() for path in written)
    assert result.stdout or written


def test_there_are_examples_for_every_format() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("command", [main, *main.commands.values()], ids=lambda command: command.name)
def test_every_command_and_option_has_help(command: click.Command) -> None:
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_text_is_the_default(run: Run) -> None:
    result = run("read", "report.txt", "--date", "2026-04-15", "--publisher", "Interlake Press")
    assert result.stdout.splitlines()[1] == "Interlake Press · 15 April 2026"
    assert "Somebody states\n" in result.stdout
    assert "\x1b" not in result.stdout


def test_explain(run: Run) -> None:
    assert "- speaker: nobody else is there" in run("read", "report.txt", "--explain").stdout


def test_several_reports_have_a_rule_between(run: Run) -> None:
    lines = run("read", "story.jsonl").stdout.splitlines()
    assert lines.count("─" * 80) == 14
    assert lines[-1] == "1 statement, 1 speaker, 0 sentences in the report’s own voice"


@pytest.mark.parametrize(
    ("arguments", "number"),
    [(["report.txt"], None), (["story.jsonl"], 15), (["report.txt", "story.jsonl"], 16)],
)
def test_json(arguments: list[str], number: int | None, run: Run) -> None:
    made = json.loads(run("read", *arguments, "--format", "json").stdout)
    assert isinstance(made, dict) if number is None else len(made) == number


def test_json_lines(run: Run) -> None:
    lines = run("read", "story.jsonl", "--format", "jsonl").stdout.splitlines()
    assert [Reading.from_json(line).report.id for line in lines][:2] == ["ulma-signal", "interlake-1"]


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("out.json", "{\n"),
        ("out.jsonl", '{"report"'),
        ("out.ndjson", '{"report"'),
        ("out.html", "<!doctype html>"),
        ("out.HTM", "<!doctype html>"),
        ("out.txt", "Karvonia blames"),
        ("out", "Karvonia blames"),
    ],
)
def test_the_ending_of_the_output_decides_the_format(name: str, starts: str, run: Run, folder: Path) -> None:
    assert run("read", "report.txt", "-o", name).exit_code == 0
    assert (folder / name).read_text(encoding="utf-8").startswith(starts)


def test_format_outranks_the_ending(run: Run, folder: Path) -> None:
    run("read", "report.txt", "-o", "out.html", "--format", "jsonl")
    assert (folder / "out.html").read_text(encoding="utf-8").startswith('{"report"')


def test_a_page_to_standard_output(run: Run) -> None:
    page = run("read", "report.txt", "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "index.html" not in page


def test_pages_in_a_folder_with_an_index(run: Run, folder: Path) -> None:
    assert run("read", "story.jsonl", "--format", "html", "-o", "new/pages").exit_code == 0
    pages = sorted(path.name for path in (folder / "new/pages").iterdir())
    assert len(pages) == 16
    assert pages[-1] == "index.html"
    index = (folder / "new/pages/index.html").read_text(encoding="utf-8")
    assert all(f'href="{page}"' in index for page in pages[:-1])
    assert 'href="index.html"' in (folder / "new/pages" / pages[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("output", [[], ["-o", "one.html"]])
def test_several_reports_are_not_one_page(output: list[str], run: Run, folder: Path) -> None:
    result = run("read", "story.jsonl", "--format", "html", *output)
    assert result.exit_code == 2
    assert result.stderr == "onrecord: several reports make several pages: name a folder for them with -o\n"
    assert not (folder / "one.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "lines"),
    [
        (["report.txt"], 0, []),
        (["absent.txt", "report.txt"], 1, ["onrecord: absent.txt: "]),
        (["report.txt", "empty.txt", "absent.txt"], 1, ["onrecord: empty.txt: ", "onrecord: absent.txt: "]),
        (["mixed.jsonl"], 1, ["onrecord: mixed.jsonl:2: "]),
        (["absent.txt"], 3, ["onrecord: absent.txt: "]),
        (["empty.txt", "binary.txt"], 3, ["onrecord: empty.txt: ", "onrecord: binary.txt: "]),
        (["nothing"], 3, ["onrecord: nothing: "]),
        (["report.txt", "--date", "soon"], 2, ["onrecord: "]),
        (["report.txt", "-o", "absent/out.txt"], 4, ["onrecord: absent/out.txt: cannot be written: "]),
        (["report.txt", "-o", "x" * 300], 4, [f"onrecord: {'x' * 300}: cannot be written: "]),
        (["report.txt", "-o", "x" * 300 + ".html"], 4, [f"onrecord: {'x' * 300}.html: cannot be written: "]),
        (["report.txt", "-o", "nothing"], 4, ["onrecord: nothing: cannot be written: it is a folder"]),
        (["report.txt", "--format", "html", "-o", "report.txt"], 4, ["onrecord: report.txt: cannot be written: "]),
    ],
)
def test_exit_codes(arguments: list[str], code: int, lines: list[str], run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 8)
    (folder / "mixed.jsonl").write_text('{"text": "One said. So."}\n{"tex\n{"text": "Two said. So."}\n')
    (folder / "nothing").mkdir()
    result = run("read", *arguments)
    assert result.exit_code == code, result.output
    assert [line.startswith(start) for line, start in zip(result.stderr.splitlines(), lines, strict=True)] == [
        True
    ] * len(lines)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "arguments",
    [[], ["report.txt", "--format", "pdf"], ["report.txt", "--unknown"], ["report.txt", "-o"]],
)
def test_usage_errors(arguments: list[str], run: Run) -> None:
    assert run("read", *arguments).exit_code == 2


def test_quiet_says_nothing_and_the_exit_code_tells(run: Run) -> None:
    result = run("read", "absent.txt", "report.txt", "--quiet")
    assert (result.exit_code, result.stderr) == (1, "")


def test_nothing_is_written_where_nothing_was_read(run: Run, folder: Path) -> None:
    assert run("read", "absent.txt", "--format", "json", "-o", "out.json").exit_code == 3
    assert not (folder / "out.json").exists()


def test_a_folder_is_read_whole_and_its_readme_left_out(run: Run, folder: Path) -> None:
    assert (folder / "README.md").exists()
    result = run("read", ".", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == 17


def test_standard_input(run: Run) -> None:
    assert "Somebody states\n  Rain fell.\n" in run("read", "-", input="Rain fell. More fell.").stdout


def test_a_bad_name_cannot_break_the_line(run: Run) -> None:
    assert run("read", "a\nb\x1b[31m").stderr.count("\n") == 1


def stopped(error: BaseException) -> object:
    def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
        from tests.cli.conftest import read_many

        yield from (reading for _, reading in zip(range(2), read_many(reports), strict=False))
        raise error

    return read_many


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "onrecord: interrupted\n"),
        (BrokenPipeError(), 141, ""),
        (onrecord.ModelError("the weights are damaged"), 3, "onrecord: the weights are damaged\n"),
    ],
)
@pytest.mark.parametrize("output", ["out.txt", "out.json", "out.jsonl"])
def test_a_run_that_is_cut_short_leaves_no_file(
    output: str, error: BaseException, code: int, line: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onrecord, "read_many", stopped(error))
    before = sorted(folder.iterdir())
    result = run("read", "story.jsonl", "-o", output)
    assert (result.exit_code, result.stderr) == (code, line)
    assert sorted(folder.iterdir()) == before


def test_what_stood_there_before_stays_until_the_output_is_whole(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "out.txt").write_text("before")
    monkeypatch.setattr(onrecord, "read_many", stopped(KeyboardInterrupt()))
    run("read", "story.jsonl", "-o", "out.txt")
    assert (folder / "out.txt").read_text() == "before"


def test_the_output_gets_the_permissions_of_any_new_file(run: Run, folder: Path) -> None:
    run("read", "report.txt", "-o", "out.txt")
    (folder / "new.txt").touch()
    assert stat.S_IMODE((folder / "out.txt").stat().st_mode) == stat.S_IMODE((folder / "new.txt").stat().st_mode)


def test_a_link_stays_and_its_file_is_written(run: Run, folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "real.txt")
    run("read", "report.txt", "-o", "link.txt")
    assert (folder / "link.txt").is_symlink()
    assert (folder / "real.txt").read_text(encoding="utf-8").startswith("Karvonia")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("read", "report.txt", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_help_names_every_format_and_version_is_told(run: Run) -> None:
    assert all(each in run("read", "--help").stdout for each in FORMATS)
    assert run("--version").stdout.startswith("onrecord ")


def test_progress_is_shown_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted(readings: object) -> NoReturn:
        pytest.fail("a bar where nobody sees it")

    monkeypatch.setattr("onrecord.cli._read.with_progress", unwanted)
    assert run("read", "story.jsonl", "-o", "out.json").exit_code == 0
