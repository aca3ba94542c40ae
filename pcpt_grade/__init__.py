"""Grades the exercises of PCPT Unit 10 without trusting the submissions."""

__all__ = ["__version__"]
__version__ = "0.1.0"
