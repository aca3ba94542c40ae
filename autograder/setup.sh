#!/usr/bin/env bash
# Prepares a grading image for stock `otter grade` and for Gradescope, with pip alone.
#
# Everything goes into a virtual environment of its own, in the versions of requirements.lock.
# An image that has it already (see Dockerfile) is left as it is. TORCH_INDEX is where builds of
# torch for the processor come from; the ordinary ones bring gigabytes of GPU libraries along.
# Where else packages come from is the image's business (pip.conf or PIP_* variables).
set -euo pipefail

source="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment=/opt/pcpt-grade
TORCH_INDEX="${TORCH_INDEX-https://download.pytorch.org/whl/cpu}"
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

# Prints the first Python that is recent enough and can make virtual environments.
find_python() {
    local python
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            > /dev/null 2>&1; then
            command -v "$python"
            return
        fi
    done
    return 1
}

# Makes the environment with all that the autograder needs.
install() {
    if ! find_python > /dev/null; then
        apt-get update
        apt-get install -y --no-install-recommends python3 python3-venv
    fi
    local python
    python="$(find_python)" || {
        echo "Python 3.11 or later is needed: choose a more recent base image." >&2
        exit 1
    }
    "$python" -m venv "$environment"
    "$environment/bin/pip" install --no-cache-dir ${TORCH_INDEX:+--extra-index-url "$TORCH_INDEX"} \
        --requirement "$source/requirements.txt" --constraint "$source/requirements.lock"
    # Images of Python leave its own library uncompiled; every container would compile it again.
    "$python" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))' |
        xargs "$python" -m compileall -q -j 0 -x '/(test|tests|site-packages)/' || true
    cp "$source/requirements.lock" "$environment/requirements.lock"
    "$environment/bin/python" -c 'import matplotlib.font_manager'  # writes the list of fonts
}

# PDFs of notebooks need LaTeX: a gigabyte that most do without.
if grep -qsE '"(pdf|token)": *(true|")' "$source/otter_config.json" || [ "${PDF:-no}" = yes ]; then
    { command -v xelatex && command -v pandoc; } > /dev/null || {
        apt-get update
        apt-get install -y --no-install-recommends pandoc texlive-fonts-recommended \
            texlive-latex-recommended texlive-plain-generic texlive-xetex lmodern
    }
fi

if cmp -s "$source/requirements.lock" "$environment/requirements.lock"; then
    echo "$environment has everything."
else
    rm -rf "$environment"
    install
fi

if [ -f "$source/requirements.engine.zip" ]; then
    engine="$(dirname "$source")/engine"
    rm -rf "$engine"
    "$environment/bin/python" -m zipfile -e "$source/requirements.engine.zip" "$engine"
    "$environment/bin/python" -m compileall -q "$engine"
    chmod -R go= "$engine"
fi
