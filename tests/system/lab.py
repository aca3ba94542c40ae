"""A real JupyterLab in a real browser, and what a student does in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TOKEN = "students"
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/lab\?token=")
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}
"""JupyterLab would first ask whether it may fetch news from the internet."""

OPENED = "() => globalThis.jupyterapp?.shell.currentWidget?.context?.isReady"
IDLE = """() => {
    const panel = jupyterapp.shell.currentWidget;
    return panel.sessionContext.session?.kernel?.status === 'idle'
        && panel.content.widgets.every(
            (cell) => cell.model.type !== 'code' || cell.model.executionState === 'idle');
}"""
RAN = """([index, before]) => {
    const cell = jupyterapp.shell.currentWidget.content.widgets[index].model;
    return cell.executionState === 'idle' && (cell.executionCount ?? 0) > before;
}"""
COUNT = "(index) => jupyterapp.shell.currentWidget.content.widgets[index].model.executionCount ?? 0"
DRAWN = """() => {
    const notebook = jupyterapp.shell.currentWidget.content.node;
    return notebook.querySelector('mjx-container')
        && [...notebook.querySelectorAll('img')].every((picture) => picture.naturalWidth > 0);
}"""
WRONG = "mjx-merror, [data-mime-type='application/vnd.jupyter.error']"
SAVED = "() => !jupyterapp.shell.currentWidget.model.dirty"


def missing() -> str:
    """Return what this machine lacks for a JupyterLab in a browser, or ''."""
    lacking = [] if shutil.which("chromium") else ["the browser `chromium`"]
    modules = ("jupyterlab", "playwright")
    lacking += [f"Python's `{module}`" for module in modules if find_spec(module) is None]
    return ", ".join(lacking)


@contextmanager
def server(folder: Path, home: Path) -> Iterator[str]:
    """Run JupyterLab in a folder, as somebody without any configuration; give its address."""
    settings = home / "config" / "labconfig" / "default_setting_overrides.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(NO_NEWS), encoding="utf-8")
    foreign = ("JUPYTER", "PYTHON", "IPYTHON", "MPL", "XDG")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
    environment |= {"HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / "config")}
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        "--port=0", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}",
        "--expose-app-in-browser",  # tells when the kernel is idle
        # graders have jupytext, students have not
        "--ServerApp.jpserver_extensions={'jupyterlab_jupytext': False}",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, env=environment, cwd=folder, stderr=subprocess.PIPE, text=True
    )
    try:
        yield _address(process)
    finally:
        process.terminate()
        process.wait(60)
        assert process.stderr
        process.stderr.close()


def _address(process: subprocess.Popen[str]) -> str:
    """Return where a server listens, and go on reading what it says."""
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if found := ADDRESS.search(line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    raise AssertionError("JupyterLab did not start:\n" + "".join(said))


@contextmanager
def browser() -> Iterator[Any]:
    """Run a browser; give a page of it that may use the clipboard."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        context = chromium.new_context(
            viewport={"width": 1400, "height": 950},
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(120_000)
        yield context.new_page()
        chromium.close()


class Student:
    """Somebody with a notebook open in JupyterLab."""

    def __init__(self, page: Any, address: str, notebook: Path):
        self.page = page
        self.cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        page.goto(f"{address}/lab/tree/{notebook.name}?token={TOKEN}")
        page.wait_for_function(OPENED)
        page.wait_for_function(IDLE)

    def index(self, beginning: str) -> int:
        """Return the index of the code cell that has a line with this beginning."""
        (index,) = (
            index
            for index, cell in enumerate(self.cells)
            if cell["cell_type"] == "code"
            and any(line.startswith(beginning) for line in cell["source"])
        )
        return index

    def cell(self, index: int) -> Any:
        """Return a cell on the page."""
        return self.page.locator(".jp-Notebook-cell").nth(index)

    def run_all(self) -> None:
        """Choose Run All Cells in the menu, and wait for the last one."""
        last = max(n for n, cell in enumerate(self.cells) if cell["cell_type"] == "code")
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self.page.wait_for_function(RAN, arg=[last, 0])
        self.page.wait_for_function(IDLE)

    def answer(self, index: int, source: str) -> None:
        """Replace what stands in a cell by what is in the clipboard, and run it."""
        self.cell(index).locator(".cm-content").click()
        self.page.evaluate("(text) => navigator.clipboard.writeText(text)", source)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("ControlOrMeta+v")
        self.run(index)

    def run(self, index: int) -> None:
        """Run a cell with the keyboard, and wait for it."""
        before = self.page.evaluate(COUNT, index)
        self.cell(index).locator(".jp-InputPrompt").click()
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(RAN, arg=[index, before])
        self.page.wait_for_function(IDLE)

    def nothing_wrong(self) -> None:
        """Wait for all pictures and formulas; none is broken, and no cell raised an error."""
        self.page.wait_for_function(DRAWN)
        assert self.page.locator(".jp-Notebook").locator(WRONG).all_inner_texts() == []

    def save(self) -> None:
        """Save with the keyboard, and wait for it."""
        self.page.keyboard.press("Control+s")
        self.page.wait_for_function(SAVED)

    def output(self, index: int) -> Any:
        """Return a cell's output, scrolled into view."""
        output = self.cell(index).locator(".jp-Cell-outputArea")
        output.scroll_into_view_if_needed()
        return output

    def download(self, index: int, path: Path) -> None:
        """Click on the link in a cell's output and keep what comes."""
        with self.page.expect_download() as coming:
            self.output(index).locator("a[download]").click()
        coming.value.save_as(path)
