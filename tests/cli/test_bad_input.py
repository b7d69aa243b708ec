"""Bad input through the command: a line that names it and the cause, an exit code, and the rest is read."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.intake import _inputs
from onrecord.intake._fetch import Fetcher
from tests.site import SENTENCE, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

GOOD = "The mayor said that the bridge is shut."
TOO_LARGE = "it is larger than 20 MB, the most that is read"
NO_JSON = "it is no JSON: Unterminated string at column 10"

# Name, content, and the line that it costs: what follows the name.
FILES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", ": it is empty"),
    ("blank.txt", b" \n\t\n", ": it holds no text"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", ": the page holds no article"),
    ("fifty-megabytes.txt", b"No, she said to them.... \n" * 2_000_000, f": {TOO_LARGE}"),
    ("fifty-megabytes.txt.gz", gzip.compress(b"No, she said to them.... \n" * 2_000_000, 1), f": {TOO_LARGE}"),
    ("binary.txt", bytes(range(256)) * 20, ": it is binary: it holds zero bytes"),
    ("paper.txt", b"%PDF-1.7\n%\xe2\xe3", ": it is a PDF: save its text as .txt"),
    ("cut.txt.gz", gzip.compress(os.urandom(9000).hex().encode())[:3000], ": the gzip file is cut short"),
    ("broken.jsonl", b'{"text": "The mayor s\n', f":1: {NO_JSON}"),
    ("bare.jsonl", b'{"title": "Bridge shut"}\n', ':1: it has neither a "text" nor an "html"'),
]
ADDRESSES = [
    ("/silent", "no answer in time"),
    ("/endless", "not complete after 0.5 seconds"),
    ("/circle", "it redirects more than 10 times"),
    ("/large", "it is larger than 0.05 MB, the most that is read"),
    ("/image", "its content is 'image/png', which is not read"),
    ("/gone", "the server answered 404 Not Found"),
    ("/index", "the page holds no article"),
]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the address of a server; the command waits for half a second and reads 50 kB."""
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(_inputs, "Fetcher", partial(Fetcher, timeout=0.5, deadline=0.5, max_bytes=50_000))
    with serve() as address:
        yield address


def check(run: Run, bad: str, line: str) -> None:
    """Check what ``bad`` costs alone, and between two good files, which are read."""
    alone = run("read", bad, "-o", "out.jsonl")
    assert (alone.exit_code, alone.stdout, alone.stderr) == (3, "", f"onrecord: {line}\n")
    assert not Path("out.jsonl").exists()
    Path("good.txt").write_text(GOOD)
    among = run("read", "good.txt", bad, "good.txt", "-o", "out.jsonl")
    assert (among.exit_code, among.stdout, among.stderr) == (1, "", f"onrecord: {line}\n")
    assert texts(Path("out.jsonl")) == [GOOD, GOOD]


def texts(path: Path) -> list[str]:
    return [json.loads(line)["report"]["text"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("name", "data", "line"), FILES, ids=[name for name, *_ in FILES])
def test_a_bad_file(name: str, data: bytes, line: str, run: Run, folder: Path) -> None:
    (folder / name).write_bytes(data)
    check(run, name, name + line)


@pytest.mark.parametrize(("path", "cause"), ADDRESSES)
def test_a_bad_address(path: str, cause: str, run: Run, site: str) -> None:
    check(run, site + path, f"{site}{path}: {cause}")


def test_a_file_that_is_not_there(run: Run) -> None:
    check(run, "absent.txt", "absent.txt: there is no such file or folder")


def test_a_file_that_may_not_be_read(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked.txt").write_text(GOOD)
    (folder / "locked.txt").chmod(0)
    if os.access(folder / "locked.txt", os.R_OK):  # the superuser, whom no mode stops
        unlocked = Path.open

        def refuse(self: Path, *arguments: object, **options: object) -> object:
            if self.name == "locked.txt":
                raise PermissionError(13, "Permission denied", str(self))
            return unlocked(self, *arguments, **options)  # type: ignore[arg-type, call-overload]

        monkeypatch.setattr(Path, "open", refuse)
    check(run, "locked.txt", "locked.txt: no permission to read it")


def test_a_wrong_declared_encoding_costs_nothing(run: Run, folder: Path) -> None:
    page = f'<html><head><meta charset="utf-8"></head><body><p>{SENTENCE}</p></body></html>'
    (folder / "wrong.html").write_bytes(page.encode("cp1252"))
    result = run("read", "wrong.html", "-o", "out.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert texts(folder / "out.jsonl") == [SENTENCE]


def test_good_lines_round_a_bad_one_are_read(run: Run, folder: Path) -> None:
    (folder / "mixed.jsonl").write_text('{"text": "One."}\n{"text": "Tw\n{"text": "Three."}\n')
    result = run("read", "mixed.jsonl", "-o", "out.jsonl")
    assert (result.exit_code, result.stderr) == (1, f"onrecord: mixed.jsonl:2: {NO_JSON}\n")
    assert texts(folder / "out.jsonl") == ["One.", "Three."]


def test_the_installed_command_reads_what_it_can(tmp_path: Path) -> None:
    for name, data, _ in FILES:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    paths = ["good.txt"]
    for name, *_ in FILES:
        paths += [name, "good.txt"]
    with serve() as site:
        paths += [f"{site}/circle", f"{site}/page", "absent.txt"]
        command = [Path(sys.executable).with_name("onrecord"), "read", *paths, "-o", "out.jsonl"]
        environment = os.environ | {"NO_PROXY": "*"}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    lines = [name + line for name, _, line in FILES]
    lines += [f"{site}/circle: it redirects more than 10 times", "absent.txt: there is no such file or folder"]
    assert done.stderr.splitlines() == [f"onrecord: {line}" for line in lines]
    assert (done.returncode, done.stdout) == (1, "")
    assert texts(tmp_path / "out.jsonl") == [GOOD] * (len(FILES) + 1) + [SENTENCE]
