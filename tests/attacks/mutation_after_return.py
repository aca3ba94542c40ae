"""A thread changes the result after it was returned.

earns: 0
verdicts: scale=FAIL
"""

# %%
import threading
import time


def scale(x):
    result = x.detach().clone()

    def later():
        for _ in range(1000):
            result.copy_(2 * x.detach())
            time.sleep(0.001)

    threading.Thread(target=later, daemon=True).start()
    return result
