#!/bin/sh
# Prepares an OSM extract for osrm-routed (MLD): extract with our profile, partition, customise.
# OUT appears whole or not at all: everything is done beside it and moved at the end.
set -eu

usage() {
  cat <<'TEXT'
prepare.sh EXTRACT.osm.pbf OUT_DIR

Writes OUT_DIR/roads.osrm.* for:  osrm-routed --algorithm mld --max-table-size 1000 OUT_DIR/roads.osrm
One folder per road state; the state comes from the environment:
  AINORI_SNOW          share of the speed that is left by class: trunk=0.9,secondary=0.7
  AINORI_CLOSED_WAYS   file with numbers of OSM ways to leave out, one a line
  OSRM_PROFILE         another profile than rural.lua beside this script
TEXT
}

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
esac
if [ $# -ne 2 ]; then
  usage >&2
  exit 2
fi

extract=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
profile=${OSRM_PROFILE:-$here/rural.lua}

fail() {
  echo "$1" >&2
  exit 1
}
[ -f "$extract" ] || fail "There is no file $extract."
[ -f "$profile" ] || fail "There is no profile $profile."
if [ -n "${AINORI_CLOSED_WAYS:-}" ] && [ ! -f "$AINORI_CLOSED_WAYS" ]; then
  fail "There is no file $AINORI_CLOSED_WAYS of ways to leave out."
fi
for tool in osrm-extract osrm-partition osrm-customize; do
  command -v "$tool" >/dev/null || fail "$tool is missing. Run this in the osrm service of docker-compose.yml, or install OSRM 6."
done

draft=$out.new
rm -rf "$draft"
mkdir -p "$draft"
trap 'rm -rf "$draft"' EXIT INT TERM

case "$extract" in
  *.osm.pbf) input=$draft/roads.osm.pbf ;;
  *) input=$draft/roads.osm ;;
esac
cp "$extract" "$input"
echo "1/3 extract"
osrm-extract --profile "$profile" "$input"
echo "2/3 partition"
osrm-partition "$draft/roads.osrm"
echo "3/3 customise"
osrm-customize "$draft/roads.osrm"
rm -f "$input"

rm -rf "$out.old"
if [ -e "$out" ]; then mv "$out" "$out.old"; fi
mv "$draft" "$out"
rm -rf "$out.old"
echo "ready: $out/roads.osrm"
