"""Runs otter test files on a notebook, in a process that has only what is said.

usage: run_test_files.py NOTEBOOK FOLDER_WITH_PCPT_GRADE_OR_NONE TEST_FILE...
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(notebook: str, package: str, *tests: str) -> None:
    """Print, as JSON, whether each test case passes with its message, points and visibility."""
    if package == "none":
        # as if they were not installed: students have torch and otter, but not these
        sys.modules |= dict.fromkeys(("pcpt_grade", "hypothesis"))
    else:
        sys.path.insert(0, package)
    from otter.test_files.exception_test import ExceptionTestFile  # after the paths are set

    environment: dict[str, object] = {}
    for cell in json.loads(Path(notebook).read_text())["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and "grader" not in source:
            exec(source, environment)  # as a kernel does
    results = []
    for path in tests:
        file = ExceptionTestFile.from_file(path)
        file.run(environment)
        results += [
            {
                "passed": result.passed,
                "message": result.message,
                "points": result.test_case.points,
                "hidden": result.test_case.hidden,
            }
            for result in file.test_case_results
        ]
    carried = getattr(sys.modules.get("pcpt_grade"), "__file__", None)
    print(json.dumps({"results": results, "pcpt_grade": carried}))  # for the test


if __name__ == "__main__":
    main(*sys.argv[1:])
