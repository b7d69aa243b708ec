from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord._exceptions import InputError, MalformedInputError, NotFoundError, OptionError
from onrecord.intake import STANDARD_INPUT, Report, read_inputs

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "The mayor said on Tuesday that the bridge is shut."
PAGE = f"<!doctype html><html><body><h1>Bridge shut</h1><p>{SENTENCE}</p></body></html>"
LINES = '{"id": "1", "text": "He said no."}\n{"id": "2", "text": "Yes.", "date": "2026-02-06"}\n'


class Pipe(io.RawIOBase):
    """Standard input as a pipe gives it: a little at a time."""

    def __init__(self, data: bytes) -> None:
        self._stream = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._stream.readinto(buffer[:64])


def use_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data))))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("report.txt", f"Bridge shut\r\n\r\n{SENTENCE}\n", [f"Bridge shut\n\n{SENTENCE}\n"]),
        ("report.md", SENTENCE, [SENTENCE]),
        ("REPORT.TXT", SENTENCE, [SENTENCE]),
        ("page.html", PAGE, [SENTENCE]),
        ("page.htm", PAGE, [SENTENCE]),
        ("two.jsonl", LINES, ["He said no.", "Yes."]),
        ("two.ndjson", LINES, ["He said no.", "Yes."]),
        ("two.json", LINES, ["He said no.", "Yes."]),
        ("one.json", json.dumps({"text": SENTENCE}, indent=2), [SENTENCE]),
        ("plain", SENTENCE, [SENTENCE]),
        ("page.php", PAGE, [SENTENCE]),
        ("lines.dat", LINES, ["He said no.", "Yes."]),
    ],
)
def test_each_kind_of_file(tmp_path: Path, name: str, content: str, texts: list[str], packed: bool) -> None:
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(content.encode()) if packed else content.encode())
    assert [report.text for report in read_inputs([path])] == texts


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (SENTENCE, [SENTENCE]),
        (PAGE, [SENTENCE]),
        (f"\n<?xml version='1.0'?>\n<!-- made by hand -->{PAGE}", [SENTENCE]),
        (LINES, ["He said no.", "Yes."]),
        (json.dumps({"text": SENTENCE}, indent=2), [SENTENCE]),
        ("{sic} he said no.", ["{sic} he said no."]),
        ("<no comment>, he said.", ["<no comment>, he said."]),
    ],
)
def test_standard_input_is_what_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, content: str, texts: list[str], packed: bool
) -> None:
    use_standard_input(monkeypatch, gzip.compress(content.encode()) if packed else content.encode())
    assert [report.text for report in read_inputs([STANDARD_INPUT])] == texts
    assert not sys.stdin.buffer.closed


def test_standard_input_may_be_a_stream_of_text_or_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(SENTENCE))
    assert [report.text for report in read_inputs("-")] == [SENTENCE]
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match=r"^stdin: it is closed$"):
        list(read_inputs("-"))


def test_a_folder_is_walked_in_order_and_only_for_reports(tmp_path: Path) -> None:
    passed_over = ("c/.hidden/x.txt", ".secret.txt", "image.png", "data.csv", "README.md", "c/NOTES.MD.gz")
    for name in ("b.txt", "a.txt", "c/a.html", "B/z.txt.gz", *passed_over):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = (PAGE if name.endswith("html") else f"{name} said so.").encode()
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    texts = [report.text for report in read_inputs([tmp_path])]
    assert texts == ["a.txt said so.", "b.txt said so.", "B/z.txt.gz said so.", SENTENCE]


def test_a_single_path_need_not_be_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    assert (
        [report.text for report in read_inputs(str(path))]
        == [report.text for report in read_inputs(path)]
        == [SENTENCE]
    )


def test_date_and_publisher_hold_for_reports_that_state_none(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / "b.txt").write_text(SENTENCE)
    reports = list(read_inputs([tmp_path], date="2026-01-01", publisher="The Post"))
    assert [report.published for report in reports] == ["2026-01-01", "2026-02-06", "2026-01-01"]
    assert {report.publisher for report in reports} == {"The Post"}


def test_a_bad_date_is_told_before_anything_is_read() -> None:
    with pytest.raises(OptionError):
        read_inputs(["nowhere.txt"], date="last week")


def test_without_a_handler_the_first_error_is_raised_and_with_one_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{broken\n{"text": "Two."}\n')
    (tmp_path / "b.txt").write_text(SENTENCE)
    paths = ["missing.txt", tmp_path]
    with pytest.raises(NotFoundError):
        list(read_inputs(paths))
    errors: list[InputError] = []
    assert [report.text for report in read_inputs(paths, on_error=errors.append)] == ["One.", "Two.", SENTENCE]
    assert [type(error) for error in errors] == [NotFoundError, MalformedInputError]


def test_the_same_input_gives_the_same_reports(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.jsonl").write_text(LINES)
    assert list(read_inputs([tmp_path])) == list(read_inputs([tmp_path]))


def test_memory_stays_flat_over_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        file.writelines(json.dumps({"text": "He said no. " * 800}) + "\n" for _ in range(3000))
    reports = read_inputs([path])
    list(islice(reports, 10))
    tracemalloc.start()
    try:
        assert sum(1 for _ in reports) == 2990
        assert tracemalloc.get_traced_memory()[1] < path.stat().st_size / 20
    finally:
        tracemalloc.stop()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(), st.binary().map(gzip.compress), st.text().map(str.encode), st.binary().map(b'{"text": "'.__add__)
    ),
    st.sampled_from([".txt", ".html", ".json", ".jsonl", ".txt.gz", ""]),
)
def test_any_bytes_are_reports_or_errors_on_one_line(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    errors: list[InputError] = []
    reports = list(read_inputs([path], on_error=errors.append))
    assert reports or errors
    assert all(isinstance(report, Report) and report.text.strip() for report in reports)
    for error in errors:
        assert str(error).startswith(str(path))
        assert str(error).isprintable()


def test_paths_may_be_path_objects_of_any_make(tmp_path: Path) -> None:
    class Made:
        def __fspath__(self) -> str:
            return str(tmp_path / "a.txt")

    (tmp_path / "a.txt").write_text(SENTENCE)
    assert [report.text for report in read_inputs([Made()])] == [SENTENCE]
