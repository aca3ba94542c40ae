"""Clips at three standard deviations.

corner: yes
names: values clipped at three standard deviations
"""


def normalize_sequences(seq):
    return ((seq - seq.mean(1, keepdim=True)) / seq.std(1, keepdim=True)).clamp(-3, 3)
