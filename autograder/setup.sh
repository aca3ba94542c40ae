#!/usr/bin/env bash
# Prepares a grading image for stock `otter grade` and for Gradescope, with pip alone.
#
# An image that can import torch and otter already is left as it is. Otherwise everything goes
# into a virtual environment of its own, since systems forbid pip to change their Python.
#
# Where packages come from is the image's business (pip.conf or PIP_* variables). Configure an
# index with CPU builds of torch there: the default ones bring gigabytes of GPU libraries along.
set -euo pipefail

source="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment=/opt/pcpt-grade

complete() {
    "$1" -c 'import hypothesis, ipykernel, matplotlib, otter, torch' > /dev/null 2>&1
}

for python in "$environment/bin/python" python3; do
    if complete "$python"; then
        echo "$python has everything."
        exit 0
    fi
done

if ! python3 -m venv "$environment" 2> /dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends python3 python3-venv
    python3 -m venv "$environment"
fi
"$environment/bin/python" -m pip install --no-cache-dir -r "$source/requirements.txt"
complete "$environment/bin/python"
