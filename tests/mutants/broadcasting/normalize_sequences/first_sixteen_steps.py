"""Takes the statistics of the first sixteen time steps.

corner: yes
"""


def normalize_sequences(seq):
    h = seq[:, :16]
    return (seq - h.mean(1, keepdim=True)) / h.std(1, keepdim=True)
