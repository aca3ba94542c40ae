"""Counts the entries of the state dict, so buffers count as trainable.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    frozen = {name for name, p in model.named_parameters() if not p.requires_grad}
    return sum(t.numel() for name, t in model.state_dict().items() if name not in frozen)
