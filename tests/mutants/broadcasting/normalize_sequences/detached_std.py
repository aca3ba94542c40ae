"""Takes the standard deviation as a constant.

corner: yes
names: a standard deviation that is cut from the graph
"""


def normalize_sequences(seq):
    mean = seq.mean(dim=1, keepdim=True)
    return (seq - mean) / seq.std(dim=1, keepdim=True).detach()
