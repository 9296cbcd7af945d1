#!/usr/bin/env bash
# Runs one step and says which one, then how it ended and in how long.
#
#   scripts/etape.sh "formatting" cargo fmt --check
set -uo pipefail
name=$1
shift

echo "── $name"
"$@"
status=$?
if [[ $status == 0 ]]; then
  echo "── $name: ok, $SECONDS s"
else
  echo "── $name: FAILED ($status) after $SECONDS s: $*" >&2
fi
exit "$status"
