// Type-checks every project of the tree; the pure rooms have a library without the outside world.
import { spawnSync } from 'node:child_process';

const projects = [
  'tsconfig.json',
  'tsconfig.web.json',
  'backend/domain/tsconfig.json',
  'backend/planner/tsconfig.json',
];
let failed = 0;
for (const project of projects) {
  const run = spawnSync('node_modules/.bin/tsc', ['-p', project], { stdio: 'inherit' });
  if (run.status !== 0) failed += 1;
}
console.log(`types: ${projects.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
