import type { IncomingMessage } from 'node:http';
import type { RoadEngine } from '../engine/roadEngine.ts';
import { checkRoadState } from '../states/checkRoadState.ts';
import { RoadStateFault } from '../states/roadState.ts';

const MAX_BYTES = 4 * 1024 * 1024;

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new RoadStateFault('malformedState', 'A road state may have 4 MB at most.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RoadStateFault('malformedState', 'The body is not JSON.');
  }
}

/** An answer: status and body. */
export interface StateAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * `PUT /states/{id}` takes a road state (JSON) in, `DELETE /states/{id}` forgets it, `GET /states` lists names.
 * `undefined` where the path is another. Ours alone: `osrm-routed` has no such paths.
 */
export async function answerStateRequest(
  engine: RoadEngine,
  request: IncomingMessage,
): Promise<StateAnswer | undefined> {
  const match = /^\/states(?:\/([^/?]+))?$/.exec(request.url ?? '');
  if (!match) return undefined;
  const id = match[1];
  if (id === undefined && request.method === 'GET') {
    return { status: 200, body: { code: 'Ok', states: engine.listStates() } };
  }
  if (id !== undefined && request.method === 'DELETE') {
    const isForgotten = engine.forgetState(id);
    return { status: isForgotten ? 200 : 404, body: { code: isForgotten ? 'Ok' : 'unknownState' } };
  }
  if (id === undefined || request.method !== 'PUT') {
    return {
      status: 405,
      body: { code: 'InvalidMethod', message: 'Use GET /states, PUT or DELETE /states/{id}.' },
    };
  }
  try {
    const body = await readJson(request);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const state = checkRoadState(isObject ? { ...body, id } : body);
    return { status: 200, body: { code: 'Ok', ...engine.defineState(state) } };
  } catch (cause) {
    if (!(cause instanceof RoadStateFault)) throw cause;
    return { status: 400, body: { code: cause.code, message: cause.message } };
  }
}
