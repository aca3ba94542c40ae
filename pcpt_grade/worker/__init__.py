"""The untrusted side: runs a submission's cells and answers calls of its functions.

Everything here runs inside the sandbox, in processes that student code may have taken over. The
judge relies on nothing that it says.
"""
