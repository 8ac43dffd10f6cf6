import { Refused } from '../../domain/fault/refused.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { RejectionCode } from '../../domain/rejection/rejection.ts';
import type { Log } from '../../ports/log.ts';
import type { Reply } from './call.ts';
import { refusalReply } from './refusalReply.ts';

/** A request that took too long. */
export class TookTooLong extends Error {
  constructor() {
    super('The request took too long.');
    this.name = 'TookTooLong';
  }
}

/** Faults of the store that only the sender can mend: the last net under the checks of the input. */
const STORE_REFUSALS: Readonly<Partial<Record<StoreFault['code'], RejectionCode>>> = {
  notAllowed: 'notAllowed',
  invalidValue: 'malformedInput',
};

/** What Express' body reader throws, as far as it matters here. */
interface BodyFault {
  readonly type: string;
  readonly status: number;
}

/**
 * Anything thrown, as an answer. A "no" keeps its code; a slip of the sender stays 4xx; everything else is our fault:
 * it is logged with the request's id and answered without its insides.
 */
export function faultReply(fault: unknown, requestId: string, log: Log): Reply {
  if (fault instanceof Refused) return refusalReply(fault);
  if (isBodyFault(fault)) return bodyReply(fault);
  if (fault instanceof StoreFault && fault.code in STORE_REFUSALS) {
    log.warn({ requestId, err: fault }, 'the store refused a request');
    return refusalReply(new Refused({ code: STORE_REFUSALS[fault.code] ?? 'notAllowed' }));
  }
  if (fault instanceof URIError) return refusalReply(new Refused({ code: 'malformedInput' }));
  if (isPassing(fault)) {
    log.warn({ requestId, err: fault }, 'request not answered in time');
    return retryLater(requestId);
  }
  log.error({ requestId, err: fault }, 'request failed');
  return refusalReply(new Refused({ code: 'internalFault' }), { requestId });
}

function retryLater(requestId: string): Reply {
  const reply = refusalReply(new Refused({ code: 'busyTryAgain' }), { requestId });
  return { ...reply, headers: { ...reply.headers, 'Retry-After': '1' } };
}

/** Faults that go away by themselves. */
function isPassing(fault: unknown): boolean {
  if (fault instanceof StoreFault) return fault.code === 'unreachable' || fault.code === 'timedOut';
  return fault instanceof StaleWrite || fault instanceof RoadsFault || fault instanceof TookTooLong;
}

function isBodyFault(fault: unknown): fault is BodyFault {
  return (
    fault instanceof Error &&
    'type' in fault &&
    typeof fault.type === 'string' &&
    'status' in fault &&
    typeof fault.status === 'number' &&
    fault.status >= 400 &&
    fault.status < 500
  );
}

function bodyReply(fault: BodyFault): Reply {
  if (fault.type === 'entity.too.large') return refusalReply(new Refused({ code: 'bodyTooLarge' }));
  const status = fault.status === 415 ? 415 : 400;
  return refusalReply(new Refused({ code: 'malformedInput' }), { status });
}
