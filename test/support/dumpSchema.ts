import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findServerPrograms } from '../../scripts/privateCluster.mjs';

/** Lines that tell about the server and the moment of the dump, not about the schema. */
const PASSING = /^(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict)/;

/** The schema of a database as SQL, the same from every run. */
export async function dumpSchema(url: string): Promise<string> {
  const program = join(findServerPrograms() ?? '', 'pg_dump');
  const dump = await promisify(execFile)(program, ['--schema-only', '--no-owner', `--dbname=${url}`], {
    maxBuffer: 1 << 26,
  });
  const lines = dump.stdout.split('\n').filter((line) => !PASSING.test(line));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
