import { Worker } from 'node:worker_threads';

/**
 * Runs a TypeScript module in a thread of its own. A thread does not inherit the loader that reads TypeScript, so its
 * first lines register it.
 * @param module address of the module, as `import.meta.url` gives it
 */
export function openThread(module: string, workerData?: unknown): Worker {
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(module)});`;
  const boot = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  return new Worker(boot, { workerData, execArgv: [] });
}
