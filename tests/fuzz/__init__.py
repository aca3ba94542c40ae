"""Coverage-guided fuzzing of everything that the judge decodes from a worker."""
