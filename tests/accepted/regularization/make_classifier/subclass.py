"""A subclass of Sequential that puts itself together, with blocks of its own."""

from torch import nn


class Block(nn.Sequential):
    def __init__(self, inputs, outputs, *dropout):
        super().__init__(nn.Linear(inputs, outputs), nn.ReLU(), *dropout)


class Classifier(nn.Sequential):
    def __init__(self, width, *dropout):
        super().__init__(Block(2, width, *dropout), Block(width, width, *dropout))
        self.add_module("logit", nn.Linear(width, 1))
        for parameter in self.parameters():
            nn.init.normal_(parameter, std=0.1)


def make_classifier(use_dropout, p=0.5, hidden_dim=64):
    dropout = [nn.Dropout(p)] if use_dropout else []
    return Classifier(hidden_dim, *dropout)
