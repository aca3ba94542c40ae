"""Many submissions: finding them, judging them in parallel, losing none."""
