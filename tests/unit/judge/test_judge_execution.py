"""Notebooks that misbehave: what was answered before, and what comes after, keeps its points."""

from __future__ import annotations

import base64
import io
import socket
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest
from toys import doubles, file_of, notebook

from pcpt_grade.judge import execution
from pcpt_grade.judge.judge import Judge
from pcpt_grade.judge.worker import Worker
from pcpt_grade.outcome import SubmissionResult, Verdict

MakeJudge = Callable[..., Judge]

EARLY = "def early(x):\n    return 2 * x\ngrader.check('early')"
LATE = "def late(x):\n    return 2 * x"
BOTH = {"early": doubles("early"), "late": doubles("late")}

# how the processes of a notebook find their connection to the judge
SOCKET = """
import json, socket, struct, stat
def connection():
    for number in range(3, 200):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return socket.socket(fileno=number)
        except OSError:
            pass
def frame(**header):
    text = json.dumps(header | {"blobs": []}).encode()
    return struct.pack("!II", len(text), 0) + text
"""


@pytest.fixture(autouse=True)
def short_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill sooner than in production."""
    monkeypatch.setattr(execution, "GRACE_SECONDS", 0.3)


def scores(result: SubmissionResult) -> dict[str, float]:
    """Return the score of each question."""
    return {question.name: question.score for question in result.questions}


MISHAPS = {
    "exception": ("1 / 0", "code cell 3 raised ZeroDivisionError: division by zero"),
    "syntax": ("def broken(:", "code cell 3 raised SyntaxError"),
    "exit": ("exit()", ""),
    "sys exit": ("import sys\nsys.exit(3)", ""),
    "os exit": ("os._exit(3)", "code cell 3 ended the notebook's process (exit status 3)"),
    "kill": (
        "import signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "code cell 3 ended the notebook's process (signal 9)",
    ),
    "segfault": (
        "import ctypes\nctypes.string_at(1)",
        "code cell 3 ended the notebook's process (signal 11)",
    ),
    "loop": ("while True:\n    pass", "code cell 3 ran longer than 1 s"),
    "stubborn loop": (
        """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass
        """,
        "code cell 3 ran longer than 1 s",
    ),
    "fork": ("for _ in range(3):\n    if os.fork() == 0:\n        os._exit(0)", ""),
    "forked answers": ("if os.fork():\n    os._exit(0)", ""),
    "many forks": ("while True:\n    os.fork()", "code cell 3"),
    "memory": ("hog = [bytes(2**20) for _ in range(10**5)]", "code cell 3 raised MemoryError"),
    "tensor": ("torch.zeros(10**13)", "code cell 3 raised RuntimeError"),
    "closed": ("os.closerange(3, 1000)", "code cell 3"),
    "garbage": (f"{SOCKET}\nconnection().sendall(b'garbage' * 1000)", "code cell 3"),
    "forged": (
        f"{SOCKET}\nconnection().sendall(frame(op='verdict', score=100))",
        "code cell 3",
    ),
    "forged end": (f"{SOCKET}\nconnection().sendall(frame(op='done'))", ""),
    "huge": (f"{SOCKET}\nconnection().sendall(struct.pack('!II', 2**31, 0))", "code cell 3"),
    "thread": (
        "import threading\nthreading.Thread(target=threading.Event().wait).start()",
        "",
    ),
    "broken builtins": ("import builtins\nbuiltins.len = None\ntorch.ones = None", ""),
    "input": ("input()", "code cell 3 raised"),
    "magic": ("%matplotlib inline\n!echo hello\n%%time\n1", ""),
    "unknown question": ("for n in range(300):\n    grader.check(f'no{n}')", ""),
}


@pytest.mark.parametrize("mishap", MISHAPS)
@pytest.mark.timeout(60)
def test_mishaps(mishap: str, make_judge: MakeJudge) -> None:
    """One cell's mishap costs neither the question before it nor the one after it."""
    source, note = MISHAPS[mishap]
    judge = make_judge(BOTH, cell_seconds=1.0, submission_seconds=20.0, memory_mib=1024)
    result = judge.judge(notebook(EARLY, source, LATE))
    assert result.problem == ""
    assert note in " / ".join(result.notes)
    expected = {"early": 1.0, "late": 1.0}
    if mishap in ("forged end", "many forks"):  # the notebook's own news get into disorder
        expected["late"] = scores(result)["late"]
    assert scores(result) == expected


IDIOMS = {
    "last value": ["40 + 2", "good = _ == 42"],
    "source": [
        "import inspect\ndef helper():\n    return 1",
        "good = 'return 1' in inspect.getsource(helper)",
    ],
    "future": [
        "from __future__ import annotations",
        "def helper(x: Unknown):\n    return x\ngood = helper(True)",
    ],
    "await": ["import asyncio\nawait asyncio.sleep(0)\ngood = True"],
    "cell magic": ["%%capture out\nprint('hello')", "good = 'hello' in out.stdout"],
    "line magic": ["folder = %pwd\ngood = folder == os.getcwd()"],
    "magic without a sign": ["pwd", "good = True"],
    "shell escape": ["lines = !echo hello", "good = lines == ['hello']"],
    "prompts": [">>> good = True"],
    "indented": ["    good = True\n    other = 1"],
    "shell": ["good = get_ipython() is not None"],
    "display": ["display(torch.ones(2))\ngood = True"],
    "name": ["good = __name__ == '__main__'"],
    "globals": ["globals()['good'] = True"],
}


@pytest.mark.parametrize("idiom", IDIOMS)
def test_idioms(idiom: str, make_judge: MakeJudge) -> None:
    """What works in a notebook works here, whoever runs the cell."""
    result = make_judge({"early": doubles("early")}).judge(
        notebook(*IDIOMS[idiom], "def early(x):\n    return 2 * x if good else None")
    )
    assert (scores(result), result.notes) == ({"early": 1.0}, ())


def test_random_goes_on_as_in_the_notebook(make_judge: MakeJudge) -> None:
    """A question's fork meets the state of `random` that the notebook left, threads or not."""
    thread = "import threading\nthreading.Thread(target=threading.Event().wait).start()"
    told = []
    for start in ("", thread):
        judge = make_judge({"early": file_of("early", "assert early() == -1, early()")})
        source = f"import random\nrandom.seed(3)\n{start}\ndef early():\n    return random.random()"
        [question] = judge.judge(notebook(source)).questions
        told.append(question.checks[0].message)
    assert told[0] == told[1]
    assert "0.54422" in told[0]  # the second number after random.seed(3)


def test_the_last_check_counts(make_judge: MakeJudge) -> None:
    """A question that is checked twice is judged where it was checked last."""
    wrong, right = ("def f(x):\n    return 5", "def f(x):\n    return 2 * x")
    check = "grader.check('f')"
    judge = make_judge({"f": doubles("f")})
    assert scores(judge.judge(notebook(wrong, check, right, check, wrong))) == {"f": 1}
    assert scores(judge.judge(notebook(right, check, wrong, check))) == {"f": 0}


def test_unchecked_questions_are_judged_at_the_end(make_judge: MakeJudge) -> None:
    """Without a check, a function counts as it is when the notebook is over."""
    judge = make_judge({"f": doubles("f")})
    assert scores(judge.judge(notebook("f = abs", "def f(x):\n    return x + x"))) == {"f": 1}


def test_checks_in_the_metadata(make_judge: MakeJudge) -> None:
    """A cell that otter marked with a question is its check, and cells to ignore are left out."""
    judge = make_judge({"f": doubles("f")})
    marked = ("def f(x):\n    return 2 * x", {"otter": {"tests": ["f"]}})
    ignored = [("1 / 0", {"otter": {"ignore": True}}), ("1 / 0", {"tags": ["otter_ignore"]})]
    result = judge.judge(notebook(marked, "f = None", *ignored))
    assert scores(result) == {"f": 1}
    assert result.notes == ()


def test_checks_do_not_disturb_later_cells(make_judge: MakeJudge) -> None:
    """What a check makes a function do is not seen by the notebook, nor by other questions."""
    count = """
        calls = []
        def f(x):
            calls.append(x)
            return 2 * x
        def g(x):
            return 2 * x if not calls else calls
        grader.check('f')
        grader.check('g')
    """
    judge = make_judge({"f": doubles("f"), "g": doubles("g")})
    result = judge.judge(notebook(count, "assert not calls"))
    assert scores(result) == {"f": 1, "g": 1}
    assert result.notes == ()


def test_order_of_the_questions(make_judge: MakeJudge) -> None:
    """Results come in otter's order: as first checked, then the others."""
    names = ["a", "b", "c", "d"]
    judge = make_judge({name: doubles(name) for name in names})
    result = judge.judge(notebook("for q in 'cacb':\n    grader.check(q)"))
    assert [question.name for question in result.questions] == ["c", "a", "b", "d"]


def test_an_interrupted_cell_leaves_what_it_did(make_judge: MakeJudge) -> None:
    """A cell that takes too long is interrupted, not undone: the notebook goes on after it."""
    slow = """
        interrupted = False
        try:
            while True:
                pass
        except KeyboardInterrupt:
            interrupted = True
    """
    judge = make_judge({"late": doubles("late")}, cell_seconds=0.5)
    result = judge.judge(notebook(slow, "def late(x):\n    return 2 * x if interrupted else 0"))
    assert scores(result) == {"late": 1}
    assert result.notes == ("code cell 2 ran longer than 0.5 s",)


def test_several_cells_that_end_the_process(make_judge: MakeJudge) -> None:
    """A notebook is tried again without the cells that end it, but not for ever."""
    deadly = "os._exit(1)"
    judge = make_judge(BOTH)
    result = judge.judge(notebook(deadly, EARLY, deadly, deadly, LATE))
    assert scores(result) == {"early": 1, "late": 1}
    result = judge.judge(notebook(EARLY, *[deadly] * 6, LATE))
    assert scores(result) == {"early": 1, "late": 0}
    [late] = [question for question in result.questions if question.name == "late"]
    assert late.verdict is Verdict.ERROR


@pytest.mark.parametrize(
    "source",
    [
        # endless checkpoints that nobody collects
        "news = frame(op='checkpoint', question='early') * 100\nwhile True:\n    c.sendall(news)",
        # endless cells, each of which would have a time of its own
        "news = frame(op='cell', number=1) * 100\nwhile True:\n    c.sendall(news)",
        """
        news = frame(op='error', error={'type': 'X', 'text': 'y'}) * 100
        while True:
            c.sendall(news)
        """,
        # a new cell after every interrupt
        """
        import signal
        signal.signal(signal.SIGINT, lambda *_: c.sendall(frame(op='cell', number=1)))
        while True:
            signal.pause()
        """,
    ],
    ids=["checkpoints", "cells", "errors", "interrupts"],
)
@pytest.mark.timeout(30)
def test_news_without_end(source: str, make_judge: MakeJudge) -> None:
    """However much news the executor sends, the submission's time is over at its end."""
    judge = make_judge(BOTH, cell_seconds=0.5, submission_seconds=1.5, question_seconds=5.0)
    start = time.monotonic()
    result = judge.judge(notebook(EARLY, f"{SOCKET}\nc = connection()\n{dedent(source)}", LATE))
    assert time.monotonic() - start < 15
    assert result.problem == ""
    assert {question.name for question in result.questions} == {"early", "late"}


def test_answers_after_the_notebook(make_judge: MakeJudge) -> None:
    """Functions use files, threads and processes as they like while they are judged."""
    source = """
        import pathlib, subprocess, threading
        def f(x):
            pathlib.Path("note.txt").write_text(str(x))
            found = []
            thread = threading.Thread(target=lambda: found.append(int(open("note.txt").read())))
            thread.start()
            thread.join()
            return 2 * found[0]
    """
    assert scores(make_judge({"f": doubles("f")}).judge(notebook(source))) == {"f": 1}


def test_files_beside_the_notebook(make_judge: MakeJudge) -> None:
    """A zip's files and the autograder's lie in the working folder, the autograder's on top."""
    text = io.BytesIO()
    with zipfile.ZipFile(text, "w") as archive:
        archive.writestr("hand/in.ipynb", notebook("from own import f"))
        archive.writestr("own.py", "import helper\nf = helper.double")
        archive.writestr("helper.py", "double = None")
        archive.writestr("data/unused.csv", "1")
    judge = make_judge({"f": doubles("f")})
    helper = base64.b64encode(b"def double(x):\n    return 2 * x").decode()
    judge.autograder = replace(judge.autograder, files={"helper.py": helper})
    result = judge.judge(text.getvalue())
    assert result.notes == ()
    assert scores(result) == {"f": 1}


def test_what_a_function_does_to_its_process(make_judge: MakeJudge) -> None:
    """A function that ends, hangs or fills its process costs its own question only."""
    source = """
        def leaves(x):
            os._exit(0)
        def hangs(x):
            while True:
                pass
        def fills(x):
            return torch.zeros(10**13)
        def lists(x):
            return [bytes(2**20) for _ in range(10**5)]
        def fine(x):
            return 2 * x
    """
    names = ["leaves", "hangs", "fills", "lists", "fine"]
    judge = make_judge({n: doubles(n) for n in names}, question_seconds=2.0, memory_mib=1024)
    result = judge.judge(notebook(source))
    assert {question.name: question.verdict for question in result.questions} == {
        "leaves": Verdict.ERROR,
        "hangs": Verdict.TIMEOUT,
        "fills": Verdict.MEMORY,
        "lists": Verdict.MEMORY,
        "fine": Verdict.PASS,
    }


def test_one_hanging_check_uses_the_time_of_its_question(make_judge: MakeJudge) -> None:
    """The checks of a question share its time; the other questions have theirs."""
    hang = "assert f(2) == 4"
    judge = make_judge(
        {"f": file_of("f", hang, hang, hang), "g": doubles("g")}, question_seconds=0.5
    )
    start = time.monotonic()
    result = judge.judge(
        notebook("def f(x):\n    while True:\n        pass\ndef g(x):\n    return 2 * x")
    )
    assert time.monotonic() - start < 10
    assert [check.verdict for check in result.questions[0].checks] == [Verdict.TIMEOUT] * 3
    assert scores(result) == {"f": 0, "g": 1}


def test_connections_that_nobody_takes() -> None:
    """An executor that asks for connections without taking them does not block the judge."""
    main, theirs = socket.socketpair()
    control, other = socket.socketpair()
    worker = Worker(main, control)

    def ask_for_many() -> None:
        for _ in range(100_000):
            worker.connect().close()

    with pytest.raises(OSError, match=r"unavailable|Too many"):
        ask_for_many()
    for sock in (main, theirs, control, other):
        sock.close()


# --- our own faults -------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [1, 2])
def test_a_zygote_that_is_killed_is_replaced(
    times: int, make_judge: MakeJudge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once costs the submission nothing; twice is our own fault; the next one does not notice."""
    judge = make_judge({"f": doubles("f")})
    run, left = execution.Execution.run, [None] * times

    def run_and_lose_the_zygote(self: execution.Execution) -> None:
        run(self)
        if left:
            left.pop()
            assert self.zygote.process
            self.zygote.process.kill()
            self.zygote.process.wait()

    submission = notebook("def f(x):\n    return 2 * x")
    monkeypatch.setattr(execution.Execution, "run", run_and_lose_the_zygote)
    result = judge.judge(submission)
    assert result.broken == (times == 2)
    assert scores(result) == ({} if times == 2 else {"f": 1})
    assert scores(judge.judge(submission)) == {"f": 1}
