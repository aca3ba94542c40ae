"""Takes the mean as a constant.

corner: yes
names: a mean that is cut from the graph
"""


def normalize_sequences(seq):
    mean = seq.mean(dim=1, keepdim=True).detach()
    return (seq - mean) / seq.std(dim=1, keepdim=True)
