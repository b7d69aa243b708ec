from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import onrecord

MODULES = ["onrecord", *sorted(each.name for each in pkgutil.walk_packages(onrecord.__path__, "onrecord."))]
PACKAGES = [name for name in MODULES if hasattr(importlib.import_module(name), "__path__")]


def in_order(name: str) -> tuple[bool, bool, str]:
    """Constants, then classes, then functions: the order that the linter keeps too."""
    return not name.isupper(), not name[0].isupper(), name


def test_every_public_name_of_the_library_is_exported() -> None:
    members = {name for name, value in vars(onrecord).items() if not inspect.ismodule(value)}
    assert {name for name in onrecord.__all__ if not name.startswith("_")} == {
        name for name in members - {"annotations"} if not name.startswith("_")
    }


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_lists_its_names_once_and_in_order(name: str) -> None:
    package = importlib.import_module(name)
    names = [each for each in package.__all__ if not each.startswith("_")]
    assert names == sorted(set(names), key=in_order)
    assert all(hasattr(package, each) for each in package.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_exports(name: str) -> None:
    module = importlib.import_module(name)
    assert all(hasattr(module, each) for each in module.__all__)
