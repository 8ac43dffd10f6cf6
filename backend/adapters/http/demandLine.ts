import { Refused } from '../../domain/fault/refused.ts';
import type { Call } from './call.ts';
import { demandSignature } from './callSignature.ts';

/**
 * Makes sure that the request was sent and signed by the telephone system of the line it names.
 * @throws Refused `unknownLine`, `badSignature`, `signatureTooOld`
 */
export function demandLine(call: Call): void {
  const { line } = (call.body ?? {}) as { line?: unknown };
  const secret = call.deps.telephonyLines.get(String(line));
  if (secret === undefined) throw new Refused({ code: 'unknownLine' });
  const headers = {
    timestamp: call.header('x-ainori-timestamp'),
    signature: call.header('x-ainori-signature'),
  };
  demandSignature(secret, headers, call.rawBody, call.deps.wallClock.now());
}
