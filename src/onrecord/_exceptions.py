"""Our exception hierarchy:

* OnRecordError
  x InputError
    + NotFoundError
    + NotReadableError
    + EmptyInputError
    + TooLargeError
    + NotTextError
    + MalformedInputError
    + FetchError
  x OutputError
  x OptionError
  x ModelError
"""

from __future__ import annotations

__all__ = [
    "EmptyInputError",
    "FetchError",
    "InputError",
    "MalformedInputError",
    "ModelError",
    "NotFoundError",
    "NotReadableError",
    "NotTextError",
    "OnRecordError",
    "OptionError",
    "OutputError",
    "TooLargeError",
]


class OnRecordError(Exception):
    """Base of every error that onrecord raises on purpose.

    ```
    try:
        reading = onrecord.read(text)
    except onrecord.OnRecordError as error:
        print(error)
    ```
    """


class InputError(OnRecordError):
    """An input that cannot be read: ``name`` says which (a path, an address, ``stdin``), ``cause`` says why."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(f"{name}: {cause}")
        self.name = name
        self.cause = cause


class NotFoundError(InputError):
    """There is no such file or folder."""


class NotReadableError(InputError):
    """The file is there and may not be read, or reading it failed."""


class EmptyInputError(InputError):
    """The input holds no text: an empty file, or a page without an article."""


class TooLargeError(InputError):
    """The input is larger than the limit."""


class NotTextError(InputError):
    """The input is binary, or of a type that holds no text."""


class MalformedInputError(InputError):
    """The input breaks its own format: a truncated gzip file, a JSONL line that is no JSON or lacks its text."""


class FetchError(InputError):
    """The address could not be fetched: no answer in time, an error status, redirects without end."""


class OutputError(OnRecordError):
    """The output cannot be written."""


class OptionError(OnRecordError):
    """An option or argument has a value that it cannot take, such as a date that is none."""


class ModelError(OnRecordError):
    """The weights are missing, damaged, or of another version."""
