"""How judge and worker talk: frames, tensors, values, calls.

Judge to worker may carry anything (``calls``). Worker to judge is a small, size-limited,
self-describing format (``values``), read by a decoder that trusts nothing.
"""
