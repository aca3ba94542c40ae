"""Calls `backward()` itself and leaves gradients at the inputs.

corner: yes
names: changed the `.grad`
"""


def l1_loss(y_pred, y_true):
    out = (y_pred - y_true).abs().mean()
    if out.requires_grad:
        out.backward(retain_graph=True)
    return out
