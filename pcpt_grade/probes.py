"""Objects that checks pass to student functions, importable where those run.

Nothing in here is secret: a student's function could read it.
"""

from __future__ import annotations
