"""Uses grad = 2 loss / w, which does not exist at w = 0.

corner: yes
"""


def run_case_grad(detach, w, x):
    w0, x0 = w.item(), x.item()
    loss = 2 * (w0 * x0) ** 2
    return loss, (loss if detach else 2 * loss) / w0
