"""Falls back to the biased std for T = 2, where T - 1 is just 1.

corner: yes
names: the biased standard deviation
"""


def normalize_sequences(seq):
    centered = seq - seq.mean(dim=1, keepdim=True)
    correction = 1 if seq.shape[1] > 2 else 0
    return centered / centered.std(dim=1, keepdim=True, correction=correction)
