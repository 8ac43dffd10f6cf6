import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { createRoadEngine } from '../engine/roadEngine.ts';
import { loadRegionRoads } from '../readers/regionFolder.ts';
import { createRoadServer } from './roadServer.ts';
import type { RoadServerOptions } from './startRoadServer.ts';

const options = workerData as RoadServerOptions;
const port = parentPort!;

try {
  const server = createRoadServer(createRoadEngine(loadRegionRoads(options.folder).network));
  server.once('error', (cause) => port.postMessage({ kind: 'failed', message: cause.message }));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
    port.postMessage({ kind: 'listening', port: (server.address() as AddressInfo).port });
  });
  port.once('message', () => {
    server.close(() => port.close());
    server.closeAllConnections();
  });
} catch (cause) {
  port.postMessage({ kind: 'failed', message: (cause as Error).message });
  port.close();
}
