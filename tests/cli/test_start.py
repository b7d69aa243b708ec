from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("jinja2", "numpy", "onnxruntime", "rich", "tokenizers", "trafilatura")


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom onrecord.cli import main\n"
        f"main({arguments}, standalone_mode=False)\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head")
def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    lines = (f'{{"text": "Rain fell on town {number}. So."}}\n' for number in range(5000))
    (tmp_path / "many.jsonl").write_text("".join(lines))
    script = (
        "import onrecord, sys\nfrom onrecord.cli import main\nfrom tests.cli.conftest import read_many\n"
        "onrecord.read_many = read_many\nmain(['read', sys.argv[1]])"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "many.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_a_standard_output_that_takes_nothing_is_told(where: str) -> None:
    script = "import onrecord.cli\nfrom tests.cli.conftest import read_many\nonrecord.read_many = read_many\nonrecord.cli.main()"
    command = f"{shlex.quote(sys.executable)} -c '{script}' read examples/report.txt {where}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 4
    assert re.fullmatch(r"onrecord: standard output: cannot be written: .*\n", done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no shell")
def test_without_standard_error_the_exit_code_tells() -> None:
    command = f"{shlex.quote(sys.executable)} -c 'from onrecord.cli import main; main()' read absent.txt 2>&-"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
