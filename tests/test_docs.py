"""The docs say what the code does, and their examples run."""

from __future__ import annotations

import importlib.util
import inspect
import re
import subprocess
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from onrecord import _exceptions
from onrecord.cli import main as command
from onrecord.cli._exits import Exit

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").glob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# An absolute path of somebody's machine, or the host of a package registry.
MACHINE = re.compile(
    r"(?<![\w.:/~-])/(?:home|Users|root|work|farm|mnt)/\w|[A-Z]:\\Users|pypi\.(?:org|python)|pythonhosted"
)
UNREADABLE = (".onnx", ".gz", ".png", ".ico", ".woff2")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", DOCS / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def anchors(page: Path) -> set[str]:
    """Return the anchors that a forge makes of the page's headings."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def tracked() -> list[Path]:
    """Return the files of the project: those that git knows, or all of them outside a clone."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    except (OSError, subprocess.CalledProcessError):
        parts = ("src", "tests", "docs", "examples", "training", "evaluation")
        return [path for part in parts for path in (ROOT / part).rglob("*.*") if path.is_file()]
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("name", _exceptions.__all__)
def test_every_error_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "errors.md").read_text("utf-8")


def test_the_tree_of_errors_is_that_of_the_code() -> None:
    tree = inspect.cleandoc(_exceptions.__doc__ or "").split("\n\n", 1)[1]
    assert tree in (DOCS / "errors.md").read_text("utf-8")
    parents = {name: getattr(_exceptions, name).__base__.__name__ for name in _exceptions.__all__}
    drawn: dict[int, str] = {-1: "Exception"}
    for line in tree.splitlines():
        depth = len(line) - len(line.lstrip())
        drawn[depth] = line.split()[-1]
        assert parents.pop(drawn[depth]) == drawn[max(each for each in drawn if each < depth)]
    assert not parents


@pytest.mark.parametrize("name", ["vocabulary.md", "reading.schema.json"])
def test_a_generated_page_is_current(name: str) -> None:
    assert build().pages()[name] == (DOCS / name).read_text("utf-8"), "run: make docs"


@pytest.mark.parametrize(("page", "name"), [("README.md", "output"), ("docs/command-line.md", "help")])
def test_a_page_shows_what_the_command_prints(page: str, name: str) -> None:
    shown = (ROOT / page).read_text("utf-8").partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0]
    assert shown.count("\n") > 15, "run: make docs"


@pytest.mark.parametrize("name", command.commands)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (DOCS / "command-line.md").read_text("utf-8")
    part = command.commands[name]
    assert part.help
    assert f"$ onrecord {name} --help" in page
    for option in (each for each in part.params if isinstance(each, click.Option)):
        assert option.help
        assert all(form in page for form in option.opts), "run: make docs"


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_documented(code: Exit) -> None:
    assert f"\n| {code.value} | " in (DOCS / "command-line.md").read_text("utf-8")


@pytest.mark.parametrize("file", sorted((ROOT / "src/onrecord/vocabulary").glob("*.toml")), ids=lambda file: file.name)
def test_every_vocabulary_file_is_documented(file: Path) -> None:
    assert file.read_text("utf-8").startswith("# "), "a vocabulary file opens with a comment that says what it is"
    assert f"/{file.name})" in (DOCS / "vocabulary.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    for groups in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        target, _, anchor = "".join(groups).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{target} is not there"
        assert not anchor or anchor in anchors(path), f"{target} has no heading #{anchor}"


@pytest.mark.parametrize("page", [page for page in DOCS.rglob("*.md") if page.name != "index.md"], ids=relative)
def test_every_page_stands_in_the_index(page: Path) -> None:
    assert f"({page.relative_to(DOCS).as_posix()})" in (DOCS / "index.md").read_text("utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if "```python" in page.read_text("utf-8")], ids=relative)
def test_python_in_the_docs_runs(page: Path) -> None:
    names: dict[str, Any] = {}
    with chdir(ROOT):
        for language, block in FENCE.findall(page.read_text("utf-8")):
            if language == "python":
                exec(compile(block, relative(page), "exec"), names)  # noqa: S102


def test_no_file_holds_a_path_of_some_machine() -> None:
    found = [
        f"{relative(path)}: {match.group()}"
        for path in tracked()
        if path.suffix not in UNREADABLE and path != Path(__file__)
        for match in MACHINE.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_the_readme_names_the_verbs_that_make_has() -> None:
    verbs = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE))
        assert {"".join(each) for each in named} <= verbs, page
