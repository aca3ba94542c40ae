"""Freezes the parameters for the forward pass and thaws all of them afterwards.

corner: yes
"""


def predict(model, X):
    modes = [(m, m.training) for m in model.modules()]
    model.eval()
    model.requires_grad_(False)
    try:
        return model(X.detach())
    finally:
        model.requires_grad_(True)
        for m, training in modes:
            m.training = training
