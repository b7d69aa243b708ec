"""Bad input: one line that names the input and the cause, and the rest of the batch is still read."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from onrecord._exceptions import (
    EmptyInputError,
    InputError,
    MalformedInputError,
    NotFoundError,
    NotReadableError,
    NotTextError,
    TooLargeError,
)
from onrecord.intake import read_inputs

GOOD = "The mayor said that the bridge is shut."
LONG = b"The mayor said that bridge %d is shut. " * 400
TOO_LARGE = "it is larger than 20 MB, the most that is read"


def read_with(tmp_path: Path, bad: str) -> InputError:
    """Return the one error that ``bad`` gives between two good files, which must both be read."""
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    errors: list[InputError] = []
    reports = list(read_inputs([str(good), bad, good], on_error=errors.append))
    assert [report.text for report in reports] == [GOOD, GOOD]
    (error,) = errors
    assert str(error) == f"{error.name}: {error.cause}"
    assert str(error).isprintable()
    return error


@pytest.mark.parametrize(
    ("name", "data", "kind", "cause"),
    [
        ("empty.txt", b"", EmptyInputError, "it is empty"),
        ("empty.jsonl", b"", EmptyInputError, "it is empty"),
        ("empty.html", b"", EmptyInputError, "it is empty"),
        ("empty.txt.gz", gzip.compress(b""), EmptyInputError, "it is empty"),
        ("nothing.txt.gz", b"", EmptyInputError, "it is empty"),
        ("blank.txt", b" \n\t\r\n", EmptyInputError, "it holds no text"),
        ("mark.txt", b"\xef\xbb\xbf", EmptyInputError, "it holds no text"),
        ("blank.jsonl", b"\n\n", EmptyInputError, "it holds no line of JSON"),
        ("index.html", b"<html><body><a href='/'>Home</a></body></html>", EmptyInputError, "the page holds no article"),
        ("large.txt", b"No, she said. " * 3_600_000, TooLargeError, TOO_LARGE),
        ("large.html", b"<p>No, she said.</p>" * 2_500_000, TooLargeError, TOO_LARGE),
        ("bomb.txt.gz", gzip.compress(b"a" * 100_000_000, 1), TooLargeError, TOO_LARGE),
        ("binary.txt", bytes(range(256)) * 20, NotTextError, "it is binary: it holds zero bytes"),
        ("noise.txt", b"\x01\x02\x03abc\x04\x05" * 20, NotTextError, "it is binary: it is full of control characters"),
        ("binary.jsonl", b"\0" * 100, NotTextError, "it is binary: it holds zero bytes"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", NotTextError, "it is a PDF: save its text as .txt"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3", NotTextError, "it is a PDF: save its text as .txt"),
        ("letter.rtf", rb"{\rtf1 Hello}", NotTextError, "it is an RTF document: save it as plain text"),
        ("photo.jpg", b"\xff\xd8\xff\xe0JFIF", NotTextError, "it is a JPEG image"),
        ("photo.txt.gz", gzip.compress(b"\x89PNG\r\n\x1a\n"), NotTextError, "it is a PNG image"),
        ("twice.gz", gzip.compress(gzip.compress(LONG)), NotTextError, "it is a gzip file inside a gzip file"),
        (
            "letter.docx",
            b"PK\x03\x04\x14\0",
            NotTextError,
            "it is a ZIP archive or an office document: unpack it, or save its text as .txt",
        ),
        (
            "cut.txt.gz",
            gzip.compress(os.urandom(9000).hex().encode())[:3000],
            MalformedInputError,
            "the gzip file is cut short",
        ),
        ("cut.html.gz", gzip.compress(b"<p>" + LONG)[:15], MalformedInputError, "the gzip file is cut short"),
        ("damaged.txt.gz", gzip.compress(LONG)[:-8] + b"\0" * 8, MalformedInputError, "the gzip file is damaged"),
        ("not.txt.gz", LONG, MalformedInputError, "it is no gzip file, though its name ends in .gz"),
        (
            "list.json",
            b"[1, 2]",
            MalformedInputError,
            "it is a JSON list, not an object with a text: write one report a line",
        ),
        (
            "cut.json",
            b'{\n "text": "He said',
            MalformedInputError,
            "it is no JSON: Unterminated string at line 2, column 10",
        ),
    ],
)
def test_a_bad_file(tmp_path: Path, name: str, data: bytes, kind: type[InputError], cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    error = read_with(tmp_path, str(path))
    assert type(error) is kind
    assert (error.name, error.cause) == (str(path), cause)


@pytest.mark.parametrize(
    "path", ["nowhere/report.txt", "nowhere.jsonl", "a\0b.txt", "x" * 5000, "", "caf\udce9.txt", "a\nb.txt"]
)
def test_a_path_that_leads_nowhere(tmp_path: Path, path: str) -> None:
    error = read_with(tmp_path, path)
    assert type(error) is NotFoundError
    assert error.cause == "there is no such file or folder"


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    assert type(read_with(tmp_path, f"{tmp_path}/a.txt/b.txt")) is NotFoundError


def test_a_folder_without_reports(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "image.png").write_bytes(b"\x89PNG")
    (folder / "README.md").write_text("About this folder.")
    error = read_with(tmp_path, str(folder))
    assert type(error) is EmptyInputError
    assert error.cause.startswith("the folder holds no file that ends in .txt, .html")


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that may not be read; for the superuser, whom no mode stops, opening it fails by hand."""
    path = tmp_path / "locked.txt"
    path.write_text(GOOD)
    path.chmod(0)
    if os.access(path, os.R_OK):
        unlocked = Path.open

        def refuse(self: Path, *arguments: object, **options: object) -> object:
            if self == path:
                raise PermissionError(13, "Permission denied", str(path))
            return unlocked(self, *arguments, **options)  # type: ignore[arg-type, call-overload]

        monkeypatch.setattr(Path, "open", refuse)
    return path


def test_a_file_without_permission(tmp_path: Path, locked: Path) -> None:
    error = read_with(tmp_path, str(locked))
    assert type(error) is NotReadableError
    assert (error.name, error.cause) == (str(locked), "no permission to read it")


def test_a_folder_without_permission_hides_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    errors: list[InputError] = []
    assert [report.text for report in read_inputs([tmp_path], on_error=errors.append)] == [GOOD]
    assert [str(error) for error in errors] == [f"{closed}: no permission to read it"]


def test_lines_before_the_cut_of_a_gzip_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    lines = b"".join(b'{"text": "%s"}\n' % os.urandom(40).hex().encode() for _ in range(5000))
    path.write_bytes(gzip.compress(lines)[:-2000])
    errors: list[InputError] = []
    reports = list(read_inputs([path], on_error=errors.append))
    assert len(reports) > 3000
    assert [str(error) for error in errors] == [f"{path}: the gzip file is cut short"]


def test_a_wrong_declared_encoding_is_read_rightly(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = (
        '<html><head><meta charset="utf-8"></head><body><p>“No comment,” said Zoë Brandt, the mayor.</p></body></html>'
    )
    path.write_bytes(page.encode("cp1252"))
    (report,) = read_inputs([path])
    assert report.text == "“No comment,” said Zoë Brandt, the mayor."
