"""How well the checks tell wrong answers from right ones."""
