"""The command line. Heavy imports happen inside the commands, so that ``--help`` is quick."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pcpt_grade import __version__
from pcpt_grade.errors import PcptGradeError

EXIT_SUBMISSIONS = 1
EXIT_FAULT = 2


class Group(click.Group):
    """Turns our errors into one sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except PcptGradeError as error:
            click.echo(f"pcpt-grade: {error}", err=True)
            sys.exit(EXIT_FAULT)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Build, grade and verify the exercises of PCPT Unit 10."""


@main.command()
@click.argument("assignment")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for final_grades.csv, results/ and grades.sqlite.",
)
@click.option("--jobs", "-j", type=click.IntRange(1), help="Submissions at a time [all cores].")
@click.option(
    "--isolation",
    default="auto",
    type=click.Choice(["auto", "namespaces", "user", "none"]),
    show_default=True,
    help="How student code is confined; 'none' only if you trust every submission.",
)
@click.option("--fresh", is_flag=True, help="Judge again what was judged before.")
@click.option("--scheduler", help="Judge on the Dask cluster at this address instead of here.")
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=NUMBER",
    help="Another limit than the assignment's: cell_seconds, question_seconds, "
    "submission_seconds, cpu_seconds, memory_mib, processes, file_mib, open_files, output_mib.",
)
def grade(  # one parameter per option, as click wants it
    assignment: str, paths: tuple[Path, ...], output: Path, jobs: int | None, isolation: str,
    fresh: bool, scheduler: str | None, limits: tuple[str, ...],
) -> None:  # fmt: skip
    """Grade submissions of ASSIGNMENT (a name or an autograder zip).

    PATHS are notebooks, zips with one notebook, or folders that are searched for them.
    """
    from pcpt_grade.grade import command

    given = dict(limit.partition("=")[::2] for limit in limits)
    where = command.Where(isolation, jobs, scheduler)
    sys.exit(command.grade(assignment, paths, output, where, fresh=fresh, limits=given))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--check", is_flag=True, help="Only tell which generated files are stale.")
@click.option(
    "--kernel",
    is_flag=True,
    help="Also write NAME-kernel.zip, which grades in otter's kernel: scores can be forged there.",
)
def build(assignments: tuple[str, ...], check: bool, kernel: bool) -> None:
    """Generate notebooks, tests and autograders from masters, solutions and checks."""
    from pcpt_grade.build import command

    sys.exit(command.build(assignments, check=check, kernel=kernel))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--jobs", "-j", type=click.IntRange(1), help="Cases at a time [all cores].")
@click.option("--whole", is_flag=True, help="Judge the other questions of each case, too.")
def verify(assignments: tuple[str, ...], jobs: int | None, whole: bool) -> None:
    """Measure how well the checks tell the corpus's wrong answers from its right ones."""
    from pcpt_grade.verify import command

    sys.exit(command.verify(assignments, jobs, whole=whole))
