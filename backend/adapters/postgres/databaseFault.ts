import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault, type StoreFaultCode } from '../../domain/fault/storeFault.ts';

/** SQLSTATE codes that mean "somebody else was first": serialisation, deadlock, duplicate key. */
const STALE_STATES: ReadonlySet<string> = new Set(['40001', '40P01', '23505', '23P01']);

const FAULT_BY_STATE: Readonly<Record<string, StoreFaultCode>> = {
  '57014': 'timedOut',
  '55P03': 'timedOut',
  '25P03': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '53300': 'unreachable',
  '42501': 'notAllowed',
  '23503': 'unknownReference',
  '23502': 'invalidValue',
  '23514': 'invalidValue',
  '42P01': 'notPrepared',
  '42704': 'notPrepared',
  '3D000': 'notPrepared',
};

const SOCKET_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** Messages of `pg` for a connection that went away; it gives them no code. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|server closed the connection/i;

/** The named fault behind whatever an engine threw. */
export function databaseFault(thrown: unknown): Error {
  if (thrown instanceof StaleWrite || thrown instanceof StoreFault) return thrown;
  const { code, message } = codeAndMessage(thrown);
  if (STALE_STATES.has(code)) return new StaleWrite();
  return new StoreFault(faultCode(code, message), `The database refused: ${message}`, { cause: thrown });
}

function faultCode(code: string, message: string): StoreFaultCode {
  const known = FAULT_BY_STATE[code];
  if (known) return known;
  if (SOCKET_CODES.has(code) || code.startsWith('08') || LOST.test(message)) return 'unreachable';
  // Class 22 is "data exception"; XX000 is what PostGIS gives for a shape it cannot read.
  if (code.startsWith('22') || (code === 'XX000' && /geometr|geojson|polygon/i.test(message)))
    return 'invalidValue';
  return 'internal';
}

function codeAndMessage(thrown: unknown): { code: string; message: string } {
  if (typeof thrown !== 'object' || thrown === null) return { code: '', message: String(thrown) };
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
