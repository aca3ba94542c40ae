"""What the attacks are aimed at: ``total`` adds up a list of integers."""

import random

from otter.test_files import test_case

from pcpt_grade.checks.expect import call_check, expect_equal

OK_FORMAT = False
name = "total"
points = None


@test_case(points=1, hidden=False)
def total_of_three(total):
    """total([1, 2, 3]) is 6."""
    call_check(lambda total: expect_equal(total([1, 2, 3]), 6, "total([1, 2, 3])"), total=total)


@test_case(points=1, hidden=True)
def total_of_drawn_numbers(total):
    """It adds up any list, the empty one included."""

    def check(total):
        numbers = random.Random(5)
        for length in (0, 1, 7, 12):
            xs = [numbers.randint(-1000, 1000) for _ in range(length)]
            want, call = sum(xs), f"total({xs})"  # a function may change what it is given
            expect_equal(total(xs), want, call)

    call_check(check, total=total)
