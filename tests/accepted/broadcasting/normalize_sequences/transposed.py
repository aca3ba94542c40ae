"""Works on columns of the transposed batch."""


def normalize_sequences(seq):
    columns = seq.T
    return ((columns - columns.mean(0)) / columns.std(0)).T
