"""Does not divide by less than a thousandth.

corner: yes
"""


def normalize_sequences(seq):
    mean, std = seq.mean(dim=1, keepdim=True), seq.std(dim=1, keepdim=True)
    return (seq - mean) / std.clamp(min=1e-3)
