import { PROFILE_NAMES } from '../costing/profiles.ts';

/** What `npm run roads -- --help` says. */
export const ROADS_HELP = `Roads: prepare a network and answer OSRM's HTTP questions about it.

npm run roads -- build FILE… --out DIR [--profile NAME]
    Reads .osm.pbf and .osm files (several are taken as one), or one region folder, and writes roads.bin into DIR.
    --profile NAME   speeds and turn costs: ${PROFILE_NAMES.join(' or ')} (default ${PROFILE_NAMES[0]})

npm run roads -- serve DIR [--port 5000] [--host 127.0.0.1]
    Answers /table, /route and /nearest (version 1) about the roads of DIR: a folder made by build, or a region folder.
    --profile NAME   for a region folder
    --cache DIR      where the prepared roads of a region folder are kept

npm run roads -- --help
    This text.
`;
