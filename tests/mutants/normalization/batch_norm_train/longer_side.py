"""Takes the longer side for the batch: wide batches are normalized by rows.

corner: yes
names: statistics of the rows
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    dim = 0 if x.shape[0] >= x.shape[1] else 1
    var = x.var(dim, correction=0, keepdim=True)
    return gamma * (x - x.mean(dim, keepdim=True)) / (var + eps).sqrt() + beta
