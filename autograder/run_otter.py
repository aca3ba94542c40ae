"""Grades what lies in /autograder/submission; called by ``run_autograder``."""

AUTOGRADER = "/autograder"

if __name__ == "__main__":
    try:
        from otter.run.run_autograder import main
    except ImportError as error:
        raise SystemExit(
            f"The grading image is not complete ({error}). Build it again and look for the first "
            "error in the output of setup.sh."
        ) from error
    main(AUTOGRADER)
