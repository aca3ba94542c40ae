"""A callable object with an optional argument."""


class _L2:
    def __init__(self, power=2):
        self.power = power

    def __call__(self, task_loss, params, lam, *, verbose=False):
        penalty = 0.0
        for p in params:
            penalty = penalty + (p.abs() ** self.power).sum()
        return task_loss + lam * penalty


l2_regularized_loss = _L2()
