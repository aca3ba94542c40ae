"""A thread changes the result after it was sent, while the worker waits for the next call.

Not before: whoever gets it right in time has computed it.

earns: 0
verdicts: scale=FAIL
"""

# %%
import sys
import threading
import time


def is_waiting(thread):
    frame = sys._current_frames()[thread]
    while frame and frame.f_code.co_name != "receive":
        frame = frame.f_back
    return frame is not None


def scale(x):
    result, wanted = x.detach().clone(), 2 * x.detach()
    caller = threading.get_ident()

    def later():
        while not is_waiting(caller):
            time.sleep(0.001)
        result.copy_(wanted)

    threading.Thread(target=later, daemon=True).start()
    return result
