#!/usr/bin/env bash
# Builds the grading image `pcpt-grade`; further arguments go to `docker buildx build`.
#
# With IMAGE=NAME, it gets another name.
# With WHEELS=FOLDER, packages come from that folder alone, for machines without an index.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
context="$(mktemp -d)"
trap 'rm -rf "$context"' EXIT

cp "$here/setup.sh" "$here/requirements.txt" "$context"
cp "$here/../constraints.txt" "$context/requirements.lock"
offline=()
if [ -n "${WHEELS:-}" ]; then
    cp -r "$WHEELS" "$context/wheels"
    offline=(--build-arg PIP_NO_INDEX=1 --build-arg PIP_FIND_LINKS=/setup/wheels)
fi
docker buildx build --load --tag "${IMAGE:-pcpt-grade}" --file "$here/Dockerfile" \
    "${offline[@]}" "$@" "$context"
