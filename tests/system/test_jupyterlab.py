"""Students in a real JupyterLab: run all, fail a check, mend it, export; then it is graded."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import lab
import pytest
from classroom import command
from copies import copy_of

from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.verify import corpus

PICTURES = REPOSITORY / "output" / "students"
"""Where what the students saw is kept, for people to look at."""

pytestmark = [
    pytest.mark.students,
    pytest.mark.timeout(900),  # a browser, a kernel and otter's export on a busy machine
]


@pytest.fixture(scope="module", autouse=True)
def browser_and_lab() -> None:
    """Skip loudly where there is no JupyterLab or no browser."""
    if lacking := lab.missing():
        pytest.skip(f"NO STUDENT WAS SEEN AT WORK: this machine lacks {lacking}")


def answer(assignment: str, question: str) -> str:
    """Return the cell with the reference answer."""
    path = REPOSITORY / "solutions" / "notebooks" / f"{assignment}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    (source,) = ("".join(cell["source"]) for cell in cells if cell["id"] == f"answer-{question}")
    return source


def wrong_answer(assignment: str, question: str, slug: str) -> corpus.Case:
    """Return a mutant whose feedback names its mistake."""
    cases = corpus.load("mutants", assignment)
    [case] = [each for each in cases if (each.question, each.slug) == (question, slug)]
    assert case.names
    return case


def grade(assignment: str, submission: Path, output: Path) -> tuple[set[str], set[str]]:
    """Grade a submission; return the questions with full points, and those with any."""
    line = command(Path(assignment), submission, output, "--jobs", "1")
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    result = output / "results" / f"{submission.stem}.json"
    tests = [test for test in json.loads(result.read_text("utf-8"))["tests"] if "score" in test]
    full = {test["name"] for test in tests if test["score"] == test["max_score"]}
    return full, {test["name"] for test in tests if test["score"]}


@pytest.mark.parametrize(
    ("assignment", "question", "mutant"),
    [
        ("broadcasting", "normalize_sequences", "biased"),
        ("gradient_flow", "run_case_grad", "both_branches"),
        ("normalization", "update_running_stats", "swapped_momentum"),
        ("regularization", "sgd_step", "factor_two"),
        ("custom_losses", "l1_loss", "sum"),
    ],
)
def test_student(assignment: str, question: str, mutant: str, tmp_path: Path) -> None:
    """Run all, read what a stub and a wrong answer get, answer right, export, hand in."""
    from playwright.sync_api import expect

    wrong = wrong_answer(assignment, question, mutant)
    folder = copy_of(REPOSITORY / "assignments" / assignment, tmp_path / assignment)
    notebook = folder / f"{assignment}.ipynb"
    with lab.server(folder, tmp_path / "home") as address, lab.browser() as page:
        student = lab.Student(page, address, notebook)
        stub, check = student.index(f"def {question}("), student.index(f'grader.check("{question}')

        student.run_all()
        student.nothing_wrong()
        expect(student.output(check)).to_contain_text("Test case failed", use_inner_text=True)
        expect(student.output(check)).to_contain_text("returned None", use_inner_text=True)
        page.screenshot(path=PICTURES / f"{assignment}-1-stub.png")

        student.answer(stub, wrong.source)
        student.run(check)
        expect(student.output(check)).to_contain_text(wrong.names, use_inner_text=True)
        page.screenshot(path=PICTURES / f"{assignment}-2-wrong.png")

        student.answer(stub, answer(assignment, question))
        student.run(check)
        expect(student.output(check)).to_contain_text(f"{question} passed!", use_inner_text=True)
        page.screenshot(path=PICTURES / f"{assignment}-3-right.png")

        student.save()
        export = student.index("grader.export(")
        student.run(export)
        told = f"{question} results: All test cases passed!"
        expect(student.output(export)).to_contain_text(told, use_inner_text=True)
        student.download(export, tmp_path / "handed_in.zip")
        page.screenshot(path=PICTURES / f"{assignment}-4-exported.png")
    earned = grade(assignment, tmp_path / "handed_in.zip", tmp_path / "graded")
    assert earned == ({question}, {question})
