import { runImport } from './runImport.ts';

process.exitCode = await runImport(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => performance.now(),
});
