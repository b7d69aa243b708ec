"""Fetching: the page at an address, within limits of time, size and redirects, where robots.txt allows it."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord._exceptions import FetchError, NotTextError, TooLargeError
from onrecord.intake._report import TEXT_LIMIT

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

__all__ = ["CONTENT_TYPES", "USER_AGENT", "Fetched", "Fetcher", "is_address"]

USER_AGENT = "onrecord"
"""The name under which pages are asked for, and which robots.txt may address."""

CONTENT_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/json")
"""The types of content that are read."""

_MAX_ROBOTS_BYTES = 500_000  # what RFC 9309 asks a crawler to read at least
_ERROR_NUMBER = re.compile(r"^\[Errno -?\d+\] ")
_REDIRECTS = (301, 302, 303, 307, 308)


class Fetched(NamedTuple):
    """What an address gave: ``url`` is the one that answered, after redirects."""

    url: str
    content_type: str
    charset: str | None
    data: bytes


def is_address(path: str) -> bool:
    """Tell whether ``path`` is a web address and not a file."""
    return path[:8].lower().startswith(("http://", "https://"))


class Fetcher:
    """Fetches pages over one pool of connections and reads each site's robots.txt once.

    ``timeout`` is the longest wait in seconds for a connection or for more of an answer, ``deadline`` for a whole page.
    """

    def __init__(
        self,
        *,
        timeout: float = 20.0,
        deadline: float = 60.0,
        max_bytes: int = TEXT_LIMIT,
        max_redirects: int = 10,
    ) -> None:
        import httpx

        self._client = httpx.Client(timeout=timeout, headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"})
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._max_redirects = max_redirects
        self._robots: dict[str, RobotFileParser | int] = {}

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, url: str, name: str) -> Fetched:
        """Return the page at ``url``; ``name`` names it in errors.

        Raises `FetchError` if there is no answer in time, an error status, too many redirects, or robots.txt forbids
        it, `TooLargeError` over the limit, `NotTextError` if the content is of a type that is not read.
        """
        import httpx

        until = time.monotonic() + self._deadline
        try:
            return self._follow(url, name, until)
        except httpx.TimeoutException as error:
            raise FetchError(name, "no answer in time") from error
        except httpx.DecodingError as error:
            raise FetchError(name, "the answer is damaged: it cannot be unpacked") from error
        except httpx.ConnectError as error:
            raise FetchError(name, f"no connection: {_said_by(error)}") from error
        except httpx.HTTPError as error:
            raise FetchError(name, f"the connection failed: {_said_by(error)}") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError(name, "it is no valid address") from error

    def _follow(self, url: str, name: str, until: float) -> Fetched:
        for _ in range(self._max_redirects + 1):
            self._obey_robots(url, name, until)
            with self._client.stream("GET", url) as response:
                if response.status_code not in _REDIRECTS or "location" not in response.headers:
                    return self._read_page(response, name, until)
                url = urljoin(url, response.headers["location"])
            if not is_address(url):
                raise FetchError(name, "it redirects to what is no web address")
        raise FetchError(name, f"it redirects more than {self._max_redirects} times")

    def _read_page(self, response: httpx.Response, name: str, until: float) -> Fetched:
        if response.status_code != 200:
            raise FetchError(name, f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
        content_type = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if content_type not in CONTENT_TYPES:
            raise NotTextError(name, f"its content is {content_type[:60]!r}, which is not read")
        stated = response.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > self._max_bytes:
            raise self._too_large(name)
        data = self._read(response, name, self._max_bytes, until)
        if len(data) > self._max_bytes:
            raise self._too_large(name)
        return Fetched(str(response.url), content_type, response.charset_encoding, data)

    def _too_large(self, name: str) -> TooLargeError:
        return TooLargeError(name, f"it is larger than {self._max_bytes / 1_000_000:g} MB, the most that is read")

    def _read(self, response: httpx.Response, name: str, limit: int, until: float) -> bytes:
        """Return the answer's content, or a little more than ``limit`` bytes of it."""
        data = bytearray()
        for chunk in response.iter_bytes():  # as they come: the time is looked at between them
            data += chunk
            if len(data) > limit:
                break
            if time.monotonic() > until:
                raise FetchError(name, f"not complete after {self._deadline:g} seconds")
        return bytes(data)

    def _obey_robots(self, url: str, name: str, until: float) -> None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt", name, until)
        rules = self._robots[site]
        if isinstance(rules, int):
            raise FetchError(name, f"robots.txt of {parts.netloc} answered {rules}, which forbids all")
        if not rules.can_fetch(USER_AGENT, url):
            raise FetchError(name, f"robots.txt of {parts.netloc} forbids it")

    def _read_robots(self, url: str, name: str, until: float) -> RobotFileParser | int:
        """Return the rules of a site, or the status that forbids all, as in `urllib.robotparser`: 401, 403, 500 on."""
        from urllib.robotparser import RobotFileParser

        rules = RobotFileParser()
        rules.parse([])
        for _ in range(self._max_redirects + 1):
            with self._client.stream("GET", url) as response:
                status = response.status_code
                if status == 200:
                    text = self._read(response, name, _MAX_ROBOTS_BYTES, until).decode("utf-8", "replace")
                    rules.parse(text.split("\n"))
                    return rules
                url = urljoin(url, response.headers.get("location", ""))
            if status not in _REDIRECTS or not is_address(url):
                break
        return status if status in (401, 403) or status >= 500 else rules


def _said_by(error: Exception) -> str:
    """Return the first line of ``error`` without the system's number for it, which says nothing more."""
    lines = _ERROR_NUMBER.sub("", str(error).strip()).splitlines()
    return lines[0][:160] if lines else type(error).__name__
