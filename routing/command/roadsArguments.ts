import { parseArgs } from 'node:util';
import type { CarProfile } from '../costing/carProfile.ts';
import { findProfile, PROFILE_NAMES } from '../costing/profiles.ts';

/** `build FILE… --out DIR`. */
export interface BuildOrder {
  readonly command: 'build';
  readonly files: readonly string[];
  readonly out: string;
  readonly profile: CarProfile;
}

/** `serve DIR`. */
export interface ServeOrder {
  readonly command: 'serve';
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  readonly profile: CarProfile;
  readonly cacheFolder?: string;
}

/** Thrown where the command line is not understood. */
export class UsageFault extends Error {}

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: text, profile: text, port: text, host: text, cache: text, help: { type: 'boolean' } },
    });
  } catch (cause) {
    throw new UsageFault((cause as Error).message);
  }
}

function profileOf(name: string | undefined): CarProfile {
  const profile = findProfile(name ?? PROFILE_NAMES[0]!);
  if (!profile) throw new UsageFault(`There is no profile ${name}; there are ${PROFILE_NAMES.join(', ')}.`);
  return profile;
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 5000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageFault(`--port ${text} is not a port.`);
  return port;
}

/** Throws `UsageFault`. */
export function parseRoadsArguments(args: readonly string[]): BuildOrder | ServeOrder | { command: 'help' } {
  const { values, positionals } = readOptions(args);
  const [command, ...files] = positionals;
  if (values.help || command === 'help') return { command: 'help' };
  const profile = profileOf(values.profile);
  if (command === 'build') {
    if (files.length === 0) throw new UsageFault('build needs at least one file.');
    if (!values.out) throw new UsageFault('build needs --out DIR.');
    return { command, files, out: values.out, profile };
  }
  if (command === 'serve') {
    if (files.length !== 1) throw new UsageFault('serve needs one folder.');
    const port = portOf(values.port);
    const cache = values.cache ? { cacheFolder: values.cache } : {};
    return { command, folder: files[0]!, port, host: values.host ?? '127.0.0.1', profile, ...cache };
  }
  throw new UsageFault(command ? `There is no command ${command}.` : 'What shall be done?');
}
