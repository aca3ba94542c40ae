"""Grades what lies in /autograder/submission; called by ``run_autograder``."""

import sys
from pathlib import Path

AUTOGRADER = Path("/autograder")
ENGINE = AUTOGRADER / "engine"

if __name__ == "__main__":
    # the engine's modules first; nothing is ever imported from the submission's folder
    sys.path[0] = str(ENGINE)
    try:
        if (AUTOGRADER / "source" / "requirements.engine.zip").exists():
            from pcpt_grade.otter_plugin.container import main
        else:  # an autograder for otter's kernel
            from otter.run.run_autograder import main
    except ImportError as error:
        raise SystemExit(
            f"The grading image is not complete ({error}). Build it again and look for the first "
            "error in the output of setup.sh."
        ) from error
    main(str(AUTOGRADER))
