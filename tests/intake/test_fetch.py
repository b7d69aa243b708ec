"""Addresses, against a real server on this machine."""

from __future__ import annotations

import socket
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.site import PAGES, SENTENCE, Handler, serve

from onrecord._exceptions import EmptyInputError, FetchError, InputError, NotTextError, TooLargeError
from onrecord.intake import _inputs, read_inputs
from onrecord.intake._fetch import Fetcher, is_address

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(Handler, "asked", [])
    with serve() as address:
        yield address


def error_at(url: str, **limits: float) -> InputError:
    with closing(Fetcher(**{"timeout": 5.0, **limits})) as fetcher, pytest.raises(InputError) as caught:  # type: ignore[arg-type]
        fetcher.fetch(url, "the page")
    assert str(caught.value) == f"the page: {caught.value.cause}"
    assert str(caught.value).isprintable()
    return caught.value


@pytest.mark.parametrize("path", ["/page", "/wrong", "/untyped", "/moved", "/open-to-onrecord", "/odd-charset"])
def test_a_page_is_read(site: str, path: str) -> None:
    (report,) = read_inputs([site + path])
    assert (report.text, report.title, report.publisher, report.language) == (
        SENTENCE,
        "Bridge shut",
        "Zell Post",
        "en",
    )
    assert report.url == f"{site}/bridge"


def test_plain_text_is_read_in_the_encoding_that_the_server_states(site: str) -> None:
    (report,) = read_inputs([f"{site}/plain"], publisher="Zell Post")
    assert (report.text, report.url, report.publisher) == (SENTENCE, f"{site}/plain", "Zell Post")


def test_json_is_read_as_records(site: str) -> None:
    assert [report.text for report in read_inputs([f"{site}/reports"])] == ["One.", "Two."]


def test_the_rest_of_a_batch_is_read_and_robots_txt_asked_for_once(site: str) -> None:
    errors: list[InputError] = []
    reports = list(
        read_inputs([f"{site}/gone", f"{site}/index", f"{site}/empty", f"{site}/page"], on_error=errors.append)
    )
    assert [report.text for report in reports] == [SENTENCE]
    assert [(type(error), str(error)) for error in errors] == [
        (FetchError, f"{site}/gone: the server answered 404 Not Found"),
        (EmptyInputError, f"{site}/index: the page holds no article"),
        (EmptyInputError, f"{site}/empty: it is empty"),
    ]
    assert Handler.asked.count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("path", "kind", "cause"),
    [
        ("/gone", FetchError, "the server answered 404 Not Found"),
        ("/broken", FetchError, "the server answered 500 Internal Server Error"),
        ("/circle", FetchError, "it redirects more than 10 times"),
        ("/to-file", FetchError, "it redirects to what is no web address"),
        ("/private/page", FetchError, "robots.txt of {host} forbids it"),
        ("/to-forbidden", FetchError, "robots.txt of {host} forbids it"),
        ("/image", NotTextError, "its content is 'image/png', which is not read"),
        ("/bad-gzip", FetchError, "the answer is damaged: it cannot be unpacked"),
    ],
)
def test_a_page_that_cannot_be_fetched(site: str, path: str, kind: type[InputError], cause: str) -> None:
    error = error_at(site + path)
    assert type(error) is kind
    assert error.cause == cause.format(host=site.removeprefix("http://"))


@pytest.mark.parametrize("path", ["/large", "/unannounced", "/bomb"])
def test_a_page_over_the_limit(site: str, path: str) -> None:
    error = error_at(site + path, max_bytes=50_000)
    assert type(error) is TooLargeError
    assert error.cause == "it is larger than 0.05 MB, the most that is read"


def test_a_server_that_does_not_answer(site: str) -> None:
    error = error_at(f"{site}/silent", timeout=0.2)
    assert (type(error), error.cause) == (FetchError, "no answer in time")


def test_a_server_that_never_ends(site: str) -> None:
    started = time.monotonic()
    error = error_at(f"{site}/endless", deadline=0.3)
    assert (type(error), error.cause) == (FetchError, "not complete after 0.3 seconds")
    assert time.monotonic() - started < 3  # the server goes on for four


def test_a_pdf_that_calls_itself_a_page(site: str) -> None:
    with pytest.raises(NotTextError, match="it is a PDF"):
        list(read_inputs([f"{site}/disguised"]))


def test_no_server() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = error_at(f"http://127.0.0.1:{unused.getsockname()[1]}/page")
    assert type(error) is FetchError
    assert error.cause.startswith("no connection: ")
    assert "Errno" not in error.cause


@pytest.mark.parametrize(
    "url",
    ["http://", "http://[::1", "https://exa mple.org/", "http://a:port/", "http://\ud800/", "http://" + "a" * 300],
)
def test_an_address_that_is_none(url: str) -> None:
    assert type(error_at(url)) is FetchError


@pytest.mark.parametrize(
    ("status", "rules", "allowed"),
    [
        (200, b"", True),
        (200, b"User-agent: *\nDisallow: /\n", False),
        (200, b"User-agent: OnRecord\nDisallow: /page\n", False),
        (200, b"User-agent: *\r\nDisallow: /\r\nAllow: /page\r\n", False),
        (200, b"\xff\xfe\0nonsense", True),
        (404, b"", True),
        (302, b"/elsewhere", True),
    ],
)
def test_robots_txt(site: str, status: int, rules: bytes, allowed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Handler, "robots", (status, rules))
    monkeypatch.setitem(PAGES, "/elsewhere", (404, "text/plain", b""))
    if allowed:
        with closing(Fetcher(timeout=5.0)) as fetcher:
            assert fetcher.fetch(f"{site}/page", "the page").url == f"{site}/page"
    else:
        assert error_at(f"{site}/page").cause == f"robots.txt of {site.removeprefix('http://')} forbids it"


@pytest.mark.parametrize("status", [401, 403, 503])
def test_rules_that_cannot_be_had_forbid_all(site: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Handler, "robots", (status, b""))
    host = site.removeprefix("http://")
    assert error_at(f"{site}/page").cause == f"robots.txt of {host} answered {status}, which forbids all"


def test_connections_are_closed_with_the_reports(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    class Watched(Fetcher):
        def close(self) -> None:
            closed.append(True)
            super().close()

    monkeypatch.setattr(_inputs, "Fetcher", Watched)
    list(read_inputs([f"{site}/page", f"{site}/plain"]))
    assert closed == [True]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("http://a.example", True),
        ("HTTPS://a.example", True),
        ("https.txt", False),
        ("ftp://a.example", False),
        ("-", False),
    ],
)
def test_what_is_an_address(path: str, expected: bool) -> None:
    assert is_address(path) is expected
