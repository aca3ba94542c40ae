"""Calls `backward()` itself and leaves gradients at the inputs.

corner: yes
names: changed the `.grad`
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean()
    b = y_true - y_true.mean()
    out = 1 - (a / (a.norm() + eps) * (b / (b.norm() + eps))).sum()
    if out.requires_grad:
        out.backward(retain_graph=True)
    return out
