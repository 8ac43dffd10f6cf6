import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../ports/log.ts';

/** What never reaches a log, wherever it stands in the fields. */
const SECRET_FIELDS = ['secret', 'cookie', 'authorization', 'phone'].flatMap((name) => [name, `*.${name}`]);

/** Faults of a database carry rows of people in fields of their own (`detail`, `where`): none of these is logged. */
function plainFault(fault: unknown) {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const { type, message, stack } = pino.stdSerializers.err(fault);
  return { type, message, stack, ...('code' in fault && { code: fault.code }) };
}

/**
 * Log lines as JSON, one a line.
 * @param level `debug`, `info`, `warn`, `error` or `silent`
 */
export function createPinoLog(level: string, destination?: DestinationStream): Log {
  const options = { level, redact: SECRET_FIELDS, base: null, serializers: { err: plainFault } };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    info: (fields, sentence) => logger.info(fields, sentence),
    warn: (fields, sentence) => logger.warn(fields, sentence),
    error: (fields, sentence) => logger.error(fields, sentence),
  };
}
