"""What a build writes: deterministic bytes, whole folders, nothing if the proof fails."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import jupytext
import nbformat
import pytest
from toy_assignment import MASTER, Toy

from pcpt_grade.build import Built, build, check
from pcpt_grade.catalog import REPOSITORY
from pcpt_grade.errors import AuthorError

HERE = Path(__file__).parent
AUTOGRADER = str(REPOSITORY / "autograder")


def cells(built: Built, path: str) -> dict[str, str]:
    notebook = nbformat.reads(built.files[path].decode(), as_version=4)
    nbformat.validate(notebook)
    return {cell.id: cell.source for cell in notebook.cells}


def test_student_and_solved_notebook(toy: Toy) -> None:
    built = build("toy", toy.root, using=toy.sources())
    student = cells(built, "assignments/toy/toy.ipynb")
    solved = cells(built, "solutions/notebooks/toy.ipynb")
    stub = 'def scale(x, times=2.0e0):\n    r"""Return x, times $\\times$ as large."""\n    '
    assert student["answer-scale"] == stub + "..."
    assert solved["answer-scale"] == stub + "# any shape will do\n    return torch.mul(x, times)"
    assert student["answer-mean"].startswith("def mean(x, *, floor=1e-8):\n")
    assert student["check-mean"] == 'grader.check("mean")'
    assert "rubric-about_means" in solved
    assert [key for key in solved if not key.startswith("rubric")] == [
        key for key in student if key not in set(student) - set(solved)
    ]
    assert all(b'"outputs": []' in built.files[p] for p in built.files if p.endswith(".ipynb"))


def test_demos_are_skipped_when_graded(toy: Toy) -> None:
    built = build("toy", toy.root, using=toy.sources())
    notebook = nbformat.reads(built.files["assignments/toy/toy.ipynb"].decode(), as_version=4)
    tagged = {cell.id for cell in notebook.cells if "otter_ignore" in cell.metadata.get("tags", ())}
    assert tagged == {"demo-4"}
    assert notebook.metadata.otter.assignment_name == "toy"


def test_cells_are_those_of_jupytext(toy: Toy) -> None:
    built = build("toy", toy.root, using=toy.sources())
    ours = cells(built, "assignments/toy/toy.ipynb")
    theirs = [cell.source for cell in jupytext.reads(MASTER, fmt="md").cells]
    for identity in ("prose-1", "prose-2", "setup-3", "demo-4"):
        assert ours[identity] in theirs


def test_pictures_travel_with_the_notebook(toy: Toy) -> None:
    toy.replace("master", "Some words.", "![A picture](figures/a.png)")
    sources = toy.sources()
    sources.figures.mkdir(parents=True)
    (sources.figures / "a.png").write_bytes(b"picture")
    (sources.figures / "not_shown.png").write_bytes(b"picture")
    built = build("toy", toy.root, using=sources)
    assert [path for path in built.files if "figures" in path] == ["assignments/toy/figures/a.png"]


def test_zip_is_complete_and_executable(toy: Toy) -> None:
    built = build("toy", toy.root, using=toy.sources())
    with zipfile.ZipFile(io.BytesIO(built.autograder_zip.read_bytes())) as file:
        modes = {info.filename: info.external_attr >> 16 for info in file.infolist()}
        stamp = json.loads(file.read("stamp.json"))
    assert list(modes) == sorted(modes)
    assert {name for name, mode in modes.items() if mode & 0o111} == {"setup.sh", "run_autograder"}
    assert {"tests/mean.py", "tests/scale.py", "otter_config.json", "environment.yml"} <= set(modes)
    assert "files/pcpt_grade/checks/custom_losses/__init__.py" not in modes
    assert {"requirements.lock", "requirements.engine.zip"} <= set(modes)
    versions = {"pcpt-grade", "otter-grader", "torch", "python"}
    assert set(stamp) == {"assignment", "limits", "checks"} | versions


def test_same_input_gives_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; import toy_assignment as c, shutil, hashlib\n"
        "root = Path(sys.argv[1]); root.mkdir()\n"
        "shutil.copytree(sys.argv[2], root / 'autograder')\n"
        "from pcpt_grade.build import build\n"
        "built = build('toy', root, using=c.Toy(root).sources())\n"
        "for path, content in [*built.files.items(), ('zip', built.archive)]:\n"
        "    print(path, hashlib.sha256(content).hexdigest())\n"
    )
    prints = [
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / seed), AUTOGRADER],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{REPOSITORY}:{HERE}"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "77")
    ]
    assert prints[0] == prints[1]
    assert len(prints[0].split("\n")) > 8


def test_check_tells_what_is_not_fresh(toy: Toy) -> None:
    sources = toy.sources()
    assert "assignments/toy/toy.ipynb" in check("toy", toy.root, using=sources)
    built = build("toy", toy.root, using=sources)
    built.autograder_zip.unlink()  # is not committed, so nobody misses it
    (toy.root / "assignments/toy/__pycache__").mkdir()
    (toy.root / "assignments/toy/__pycache__/x.pyc").write_text("")
    assert check("toy", toy.root, using=sources) == []
    (toy.root / "assignments/toy/unit10_plots.py").write_text("edited\n")
    (toy.root / "autograder/toy/tests/mean.py").unlink()
    (toy.root / "autograder/toy/tests/median.py").write_text("left over\n")
    (toy.root / "solutions/notebooks/toy.ipynb").unlink()
    assert check("toy", toy.root, using=sources) == [
        "assignments/toy/unit10_plots.py",
        "autograder/toy/tests/mean.py",
        "autograder/toy/tests/median.py",
        "solutions/notebooks/toy.ipynb",
    ]


def test_build_replaces_whole_folders(toy: Toy) -> None:
    sources = toy.sources()
    build("toy", toy.root, using=sources)
    left_over = toy.root / "assignments/toy/tests/median.py"
    left_over.write_text("left over\n")
    build("toy", toy.root, using=sources)
    assert not left_over.exists()
    assert sorted(path.name for path in (toy.root / "assignments").iterdir()) == ["toy"]


def test_proof_sees_products_that_are_not_yet_written(toy: Toy) -> None:
    seen: list[str] = []

    def prove(staged: Built) -> None:
        assert staged.student_notebook.is_file()
        assert staged.solved_notebook.is_file()
        seen.append(hashlib.sha256(staged.autograder_zip.read_bytes()).hexdigest())
        assert not (toy.root / "assignments").exists()

    built = build("toy", toy.root, using=toy.sources(), prove=prove)
    assert seen == [hashlib.sha256(built.autograder_zip.read_bytes()).hexdigest()]


def test_nothing_is_written_if_the_proof_fails(toy: Toy) -> None:
    def refuse(staged: Built) -> None:
        raise AuthorError("the reference fails")

    with pytest.raises(AuthorError, match="the reference fails"):
        build("toy", toy.root, using=toy.sources(), prove=refuse)
    assert not (toy.root / "assignments").exists()
    assert not (toy.root / "autograder" / "toy").exists()
