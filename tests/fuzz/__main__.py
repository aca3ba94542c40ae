"""``python -m tests.fuzz [--seconds N] [--corpus FOLDER]``: fuzz with atheris for a bounded time.

The status is not 0 if something was found; the input is printed and lies in ``output/fuzz``. The
folder of the corpus keeps what reached new code, so that the next run goes on from there.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import tracemalloc
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pcpt_grade.wire", "pcpt_grade.judge"]):
    from tests.fuzz.mutate import mutate
    from tests.fuzz.seeds import record
    from tests.fuzz.target import MAX_INPUT, fuzz

FOUND = Path("output") / "fuzz"


def mutator(data: bytes, max_size: int, seed: int) -> bytes:
    """Change a message's values mostly, its bytes now and then."""
    rng = random.Random(seed)
    if data[:1] == b"r" or not rng.randrange(8):
        return atheris.Mutate(data, max_size)
    changed = mutate(data, rng)
    return changed if len(changed) <= max_size else data


def main() -> None:
    """Fuzz; atheris ends the process."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=FOUND / "corpus")
    given = parser.parse_args()
    given.corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(record(Path(folder))):
            (given.corpus / f"seed-{number:02}").write_bytes(seed)
    tracemalloc.start()
    options = [
        f"-max_total_time={given.seconds}",
        f"-max_len={MAX_INPUT}",
        "-timeout=20",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={FOUND}{os.sep}",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(given.corpus)], fuzz, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
