from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import onrecord

# What people may build on. A name leaves this list only with a new major version.
PUBLIC = [
    "EmptyInputError",
    "Entity",
    "Event",
    "FetchError",
    "InputError",
    "MalformedInputError",
    "Mention",
    "ModelError",
    "NotFoundError",
    "NotReadableError",
    "NotTextError",
    "OnRecordError",
    "OptionError",
    "OutputError",
    "Place",
    "Reader",
    "Reading",
    "Report",
    "Role",
    "Sentence",
    "Statement",
    "Time",
    "TooLargeError",
    "make_report",
    "read",
    "read_inputs",
    "read_many",
]
MODULES = ["onrecord", *sorted(each.name for each in pkgutil.walk_packages(onrecord.__path__, "onrecord."))]
PACKAGES = [name for name in MODULES if hasattr(importlib.import_module(name), "__path__")]


def in_order(name: str) -> tuple[bool, bool, str]:
    """Constants, then classes, then functions: the order that the linter keeps too."""
    return not name.isupper(), not name[0].isupper(), name


def test_the_library_exports_what_it_promises() -> None:
    assert onrecord.__all__ == PUBLIC
    assert {name for name in dir(onrecord) if not name.startswith("_")} == set(PUBLIC)


def test_every_error_is_exported() -> None:
    errors = importlib.import_module("onrecord._exceptions").__all__
    assert set(errors) <= set(onrecord.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(onrecord, name))


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_lists_its_names_once_and_in_order(name: str) -> None:
    package = importlib.import_module(name)
    assert list(package.__all__) == sorted(set(package.__all__), key=in_order)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_has_what_it_exports(name: str) -> None:
    module = importlib.import_module(name)
    assert all(hasattr(module, each) for each in module.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = onrecord.reed  # type: ignore[attr-defined]
