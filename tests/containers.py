"""Docker, and what verbs that use it are told on the command line."""

from __future__ import annotations

import argparse
import subprocess


def parser(module: str) -> argparse.ArgumentParser:
    """Return a parser for a verb that grades in containers."""
    made = argparse.ArgumentParser(prog=f"python -m {module}")
    made.add_argument("--image", default="pcpt-grade", help="the grading image")
    made.add_argument("--containers", type=int, default=2, help="how many run at a time")
    return made


def docker(*arguments: str) -> str:
    """Return what a command of Docker prints; both streams where it fails.

    Raises:
        RuntimeError: if it fails.
    """
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        told = (done.stdout + done.stderr)[-2000:]
        raise RuntimeError(f"docker {arguments[0]} ended with status {done.returncode}: {told}")
    return done.stdout.strip()
