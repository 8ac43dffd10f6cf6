import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { openRoadsFolder } from '../cache/openRoadsFolder.ts';
import { findProfile } from '../costing/profiles.ts';
import { ruralCar } from '../costing/ruralCar.ts';
import { createRoadEngine } from '../engine/roadEngine.ts';
import { createRoadServer } from './roadServer.ts';
import type { FromThread, ThreadOptions } from './startRoadServer.ts';

const options = workerData as ThreadOptions;
const port = parentPort!;
const tell = (message: FromThread) => port.postMessage(message);

try {
  const { folder, cacheFolder, profile } = options;
  const roads = openRoadsFolder(folder, {
    profile: findProfile(profile ?? '') ?? ruralCar,
    ...(cacheFolder ? { cacheFolder } : {}),
    onProgress: (share) => tell({ kind: 'progress', share }),
  });
  const server = createRoadServer(createRoadEngine(roads));
  server.once('error', (cause) => tell({ kind: 'failed', message: cause.message }));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
    const { port: actualPort } = server.address() as AddressInfo;
    tell({ kind: 'listening', port: actualPort, networkId: roads.networkId });
  });
  port.once('message', () => {
    server.close(() => port.close());
    server.closeAllConnections();
  });
} catch (cause) {
  tell({ kind: 'failed', message: (cause as Error).message });
  port.close();
}
