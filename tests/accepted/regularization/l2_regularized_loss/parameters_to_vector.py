"""One vector of all parameters and its norm, squared."""

from torch.nn.utils import parameters_to_vector


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * parameters_to_vector(params).norm() ** 2
