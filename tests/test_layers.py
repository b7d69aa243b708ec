from __future__ import annotations

from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent


def test_imports_flow_one_way() -> None:
    with chdir(ROOT), redirect_stdout(StringIO()) as report:
        code = lint_imports(no_cache=True)
    assert code == 0, report.getvalue()
