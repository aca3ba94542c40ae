"""Takes the first shape for the longer one.

corner: yes
"""


def broadcast_shape(shape_a, shape_b):
    shape_b = (1,) * (len(shape_a) - len(shape_b)) + shape_b
    result = []
    for a, b in zip(shape_a, shape_b):
        if a != b and a != 1 and b != 1:
            return None
        result.append(b if a == 1 else a)
    return tuple(result)
