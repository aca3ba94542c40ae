"""Says that it needed fewer than no operations.

earns: 0
verdicts: scale=ERROR
"""

# %%
import pcpt_grade.worker.service as service

run = service.Call.run


def forged(self):
    send = self.service.channel.send
    self.service.channel.send = lambda header, blobs=(): send(header | {"operations": -5}, blobs)
    run(self)


service.Call.run = forged


def scale(x):
    return 2 * x
