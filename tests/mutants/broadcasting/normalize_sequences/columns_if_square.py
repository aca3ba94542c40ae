"""Adds the missing dimension only where shapes do not fit.

corner: yes
"""


def normalize_sequences(seq):
    m, s = seq.mean(1), seq.std(1)
    if len(m) != seq.shape[1]:
        m, s = m[:, None], s[:, None]
    return (seq - m) / s
