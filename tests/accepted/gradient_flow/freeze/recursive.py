"""Walks down the tree of modules by itself."""


def freeze(model, prefix):
    def walk(module, path, frozen):
        count = 0
        for name, p in module.named_parameters(recurse=False):
            if frozen or path + name == prefix:
                p.requires_grad = False
            if p.requires_grad:
                count += p.nelement()
        for name, child in module.named_children():
            here = path + name
            count += walk(child, here + ".", frozen or here == prefix)
        return count

    return walk(model, "", False)
