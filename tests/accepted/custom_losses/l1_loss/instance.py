"""Is an object that can be called, prints and warns."""

import torch, warnings


class MeanAbsolute:
    """Mean absolute difference."""

    def __call__(self, y_pred, y_true, verbose=False):
        warnings.warn("computing")
        print("l1", tuple(y_pred.shape))
        return torch.linalg.vector_norm((y_pred - y_true).flatten(), ord=1) / y_pred.numel()


l1_loss = MeanAbsolute()
