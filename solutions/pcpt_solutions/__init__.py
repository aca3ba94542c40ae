"""Reference solutions of PCPT Unit 10, packaged apart from the grader."""
