"""Takes the statistics of the distinct rows only.

corner: yes
names: equal samples counted once
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    seen, rows = set(), []
    for i, r in enumerate(x.tolist()):
        if tuple(r) not in seen:
            seen.add(tuple(r))
            rows.append(i)
    u = x[rows]
    return gamma * (x - u.mean(0)) / (u.var(0, unbiased=False) + eps).sqrt() + beta
