"""The trusted side: runs the test files against stand-ins for the student's functions."""
