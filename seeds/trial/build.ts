import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTrialRegion } from './buildTrialRegion.ts';
import { readAuthoredRegion } from './readAuthoredRegion.ts';

// Writes the derived files of the trial region next to the authored ones: `node --import tsx seeds/trial/build.ts`.
const folder = fileURLToPath(new URL('../aizu', import.meta.url));
const files = buildTrialRegion(readAuthoredRegion(folder, (path) => readFileSync(path, 'utf8')));
for (const [name, text] of files) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`${name}: ${text.split('\n').length - 1} lines\n`);
}
