import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlainFault } from './plainFault.ts';

/** The port, held from the first moment: a taken port is told before anything is built. */
export interface FrontDoor {
  readonly server: Server;
  readonly port: number;
  /** Lets requests through to the application. */
  open(listener: RequestListener): void;
  /** Takes no more requests, lets running ones end, and cuts what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** @throws PlainFault when the address cannot be listened on */
export async function createFrontDoor(host: string, port: number): Promise<FrontDoor> {
  let listener: RequestListener = waiting;
  const server = createServer((request, response) => listener(request, response));
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(listenFault(fault, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    open(next) {
      listener = next;
    },
    close: (graceMs) => closeServer(server, graceMs),
  };
}

/** What is answered while the house is still being opened. */
const waiting: RequestListener = (request, response) => {
  const isAlive = request.url === '/healthz';
  const part = { ready: false, detail: 'starting' };
  const body = isAlive ? { status: 'ok' } : { ready: false, parts: { start: part } };
  response.writeHead(isAlive ? 200 : 503, { 'Content-Type': 'application/json', 'Retry-After': '2' });
  response.end(JSON.stringify(body));
};

function listenFault(fault: NodeJS.ErrnoException, host: string, port: number): Error {
  if (fault.code === 'EADDRINUSE') {
    return new PlainFault(`Port ${port} on ${host} is taken. Choose another: PORT=${port + 1} npm start`);
  }
  if (fault.code === 'EACCES') {
    return new PlainFault(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000`);
  }
  return new PlainFault(`Cannot listen on ${host}:${port}: ${fault.message}`);
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
