import type { IncomingMessage } from 'node:http';

const kept = new WeakMap<IncomingMessage, Buffer>();

/** Keeps a body as it was sent, for those who signed it. */
export function keepRawBody(request: IncomingMessage, _response: unknown, body: Buffer): void {
  kept.set(request, body);
}

/** The body as it was sent; empty where there was none. */
export function rawBodyOf(request: IncomingMessage): Buffer {
  return kept.get(request) ?? Buffer.alloc(0);
}
