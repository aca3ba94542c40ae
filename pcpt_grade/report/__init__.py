"""Renderings of results; each a small pure function."""
