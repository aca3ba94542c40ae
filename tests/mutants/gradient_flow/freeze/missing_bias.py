"""Goes through `_parameters`, where a layer without bias holds None.

corner: yes
"""


def freeze(model, prefix):
    total = 0
    for path, module in model.named_modules():
        for key, p in module._parameters.items():
            name = f"{path}.{key}".lstrip(".")
            if name == prefix or name.startswith(prefix + "."):
                p.requires_grad_(False)
            total += p.numel() if p.requires_grad else 0
    return total
