import { parentPort, workerData } from 'node:worker_threads';
import { runErrand, type SearchErrand } from './searchErrand.ts';

/** `[0]` = 1 as soon as every search is to end; shared with whoever opened the thread. */
const cancelled = new Int32Array(workerData as SharedArrayBuffer);

parentPort!.on('message', (errand: SearchErrand) => {
  const isCancelled = () => Atomics.load(cancelled, 0) === 1;
  runErrand(errand, isCancelled, (progress) => parentPort!.postMessage({ progress })).then(
    (result) => parentPort!.postMessage({ result }),
    (fault: unknown) => parentPort!.postMessage({ fault }),
  );
});
