import type { AddressInfo } from 'node:net';
import { openRoadsFolder } from '../cache/openRoadsFolder.ts';
import { createRoadEngine } from '../engine/roadEngine.ts';
import { createRoadServer } from '../server/roadServer.ts';
import { type Console, progressBar } from './console.ts';
import type { ServeOrder } from './roadsArguments.ts';

/** Serves until the process is told to end. Rejects with `ReadingFault`, or where the port is taken. */
export async function serve(order: ServeOrder, console: Console): Promise<void> {
  const { folder, profile, cacheFolder, host } = order;
  const onProgress = progressBar(console, 'preparing');
  const roads = openRoadsFolder(folder, { profile, onProgress, ...(cacheFolder ? { cacheFolder } : {}) });
  const server = createRoadServer(createRoadEngine(roads));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(order.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  console.say(`roads of ${folder}: http://${host}:${port}\n`);
  await new Promise<void>((resolve) => {
    const end = () => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
