import { request } from 'node:http';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';

/** What a state does to the network, as the engine reports it. */
export interface EngineStateReport {
  readonly id: string;
  readonly closedRoads: number;
  readonly closedMetres: number;
  /** The closed parts of roads; each point is [lon, lat]. */
  readonly closedLines: readonly (readonly (readonly [lon: number, lat: number])[])[];
  readonly slowedRoads: number;
}

const TIMEOUT_MS = 10_000;

function send(method: string, url: string, body?: object): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, agent: false, timeout: TIMEOUT_MS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    call.on('timeout', () => call.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/**
 * Tells our own engine about a road state (`id`, `closed`, `snow` as `routing/states` describes them). Ask for it from
 * then on with `new OsrmRoads({ baseUrl, profile: state.id })`. Throws `RoadsFault`: `refused` with the engine's
 * sentence where a closure names no road, `unreachable` where the engine does not answer. `osrm-routed` has no states:
 * it runs once per state on data cut beforehand.
 */
export async function defineEngineState(
  baseUrl: string,
  state: { readonly id: string },
): Promise<EngineStateReport> {
  let answer: { status: number; text: string };
  try {
    answer = await send('PUT', `${baseUrl}/states/${encodeURIComponent(state.id)}`, state);
  } catch (cause) {
    throw new RoadsFault('unreachable', `The road engine does not answer: ${(cause as Error).message}.`);
  }
  try {
    const body = JSON.parse(answer.text) as EngineStateReport & { code: string; message?: string };
    if (body.code === 'Ok') return body;
    throw new RoadsFault('refused', body.message ?? `The road engine refused the road state: ${body.code}.`);
  } catch (cause) {
    if (cause instanceof RoadsFault) throw cause;
    throw new RoadsFault(
      'unreachable',
      `The road engine answered with something other than JSON (${answer.status}).`,
    );
  }
}
