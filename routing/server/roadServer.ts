import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { RoadEngine } from '../engine/roadEngine.ts';
import { RoadFault } from '../engine/roadFault.ts';
import { answerOsrmRequest } from './osrmAnswer.ts';
import { parseOsrmRequest } from './osrmRequest.ts';
import { answerStateRequest } from './stateRequests.ts';

/** A table of a region's points by all others is one URL. */
const MAX_URL_BYTES = 1024 * 1024;

function send(response: ServerResponse, status: number, body: object): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': text.length,
  });
  response.end(text);
}

async function answer(engine: RoadEngine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const ofStates = await answerStateRequest(engine, request);
    if (ofStates) send(response, ofStates.status, ofStates.body);
    else send(response, 200, answerOsrmRequest(engine, parseOsrmRequest(request.url ?? '/')));
  } catch (cause) {
    if (cause instanceof RoadFault) send(response, 400, { message: cause.message, code: cause.code });
    else if (cause instanceof URIError)
      send(response, 400, { message: 'URL string malformed', code: 'InvalidUrl' });
    else send(response, 500, { message: 'Internal error of the road engine.', code: 'InternalError' });
  }
}

/**
 * An HTTP server (not yet listening) that answers as `osrm-routed` does: `/table`, `/route`, `/nearest`, version 1. The
 * third part of a path names a road state taken in before (`PUT /states/{id}`), or open roads (`driving`).
 */
export function createRoadServer(engine: RoadEngine): Server {
  const server = createServer(
    { maxHeaderSize: MAX_URL_BYTES },
    (request, response) => void answer(engine, request, response),
  );
  server.on('connection', (socket) => socket.setNoDelay(true));
  return server;
}
