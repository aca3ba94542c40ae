"""A loss module that computes in float64 and casts back."""

import torch
import torch.nn.functional as F


class FrozenFeaturesLoss(torch.nn.Module):
    def forward(self, features, head, X, y):
        with torch.no_grad():
            hidden = features(X)
        z = head(hidden)
        return F.binary_cross_entropy_with_logits(z.double(), y.double()).to(z.dtype)


bce_with_frozen_features = FrozenFeaturesLoss()
