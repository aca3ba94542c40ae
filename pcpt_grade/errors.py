"""Whose fault it is: three families of errors.

::

    PcptGradeError
    ├── AuthorError        a master, a check or an autograder is wrong: instructors mend it
    ├── SubmissionError    a submission cannot be read or graded: students mend it
    └── BrokenError        our own fault: never a zero, never full marks
"""


class PcptGradeError(Exception):
    """Base class; the text is one sentence that says what, where and what to do."""


class AuthorError(PcptGradeError):
    """The assignment's author has to change something."""


class SubmissionError(PcptGradeError):
    """The submission cannot be read or graded."""


class BrokenError(PcptGradeError):
    """The engine failed; the submission is not graded and the exit status says so."""
