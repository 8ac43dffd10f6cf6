import type { ReadyAnswer, RideView } from '../../backend/contract/index.ts';

/** A rider's "I am ready to go home", passed on by the driver. The device keeps it until the office has answered. */
export interface ReadyCall {
  /** The ride that brought the rider there. */
  readonly rideId: string;
  readonly riderName: string;
  /** Service day; it means nothing on another one. */
  readonly day: string;
  /** Idempotency key of the question. */
  readonly key: string;
  readonly state: 'waiting' | 'told' | 'refused';
  /** It could not be sent at once, or the driver looked elsewhere meanwhile: they do not see the answer come. */
  readonly isLate: boolean;
  /** It went out at least once, so the office may know it: it cannot be taken back. */
  readonly wasSent: boolean;
  /** What the office answered; null as long as it waits. */
  readonly sentence: ReadyAnswer['sentence'] | null;
}

export type ReadyEvent =
  | {
      readonly type: 'asked';
      readonly ride: Pick<RideView, 'id' | 'riderName' | 'day'>;
      readonly key: string;
    }
  | { readonly type: 'sendBegan'; readonly key: string }
  /** No answer that counts: it goes out again under the same key. */
  | { readonly type: 'putOff'; readonly key: string }
  | {
      readonly type: 'answered';
      readonly key: string;
      readonly isRefused: boolean;
      readonly sentence: ReadyAnswer['sentence'];
    }
  /** The driver has left the place where the answer would be seen. */
  | { readonly type: 'lookedAway' }
  | { readonly type: 'takenBack'; readonly rideId: string }
  | { readonly type: 'dismissed'; readonly rideId: string }
  /** Calls of earlier days are over. */
  | { readonly type: 'dayIs'; readonly day: string };

type ReadyCalls = readonly ReadyCall[];

/** The rules: one call a ride; nothing that waits goes but by an answer, the driver or the end of its day. */
export function reduceReady(calls: ReadyCalls, event: ReadyEvent): ReadyCalls {
  const change = (key: string, part: Partial<ReadyCall>): ReadyCalls =>
    calls.map((call) => (call.key === key ? { ...call, ...part } : call));
  switch (event.type) {
    case 'asked': {
      const { id: rideId, riderName, day } = event.ride;
      const known = calls.find((call) => call.rideId === rideId);
      if (known && known.state !== 'refused') return calls;
      const others = calls.filter((call) => call !== known);
      const fresh = { state: 'waiting', isLate: false, wasSent: false, sentence: null } as const;
      return [...others, { ...fresh, rideId, riderName, day, key: event.key }];
    }
    case 'sendBegan':
      return change(event.key, { wasSent: true });
    case 'putOff':
      return change(event.key, { isLate: true });
    case 'answered': {
      const { key, isRefused, sentence } = event;
      return change(key, { state: isRefused ? 'refused' : 'told', sentence });
    }
    case 'lookedAway':
      return calls.some(isWatched)
        ? calls.map((call) => (isWatched(call) ? { ...call, isLate: true } : call))
        : calls;
    case 'takenBack':
      return calls.filter(
        ({ rideId, state, wasSent }) => rideId !== event.rideId || state !== 'waiting' || wasSent,
      );
    case 'dismissed':
      return calls.map((call) => (call.rideId === event.rideId ? { ...call, isLate: false } : call));
    case 'dayIs':
      return calls.some(({ day }) => day < event.day) ? calls.filter(({ day }) => day >= event.day) : calls;
  }
}

/** The answer is still to come, and the driver waits for it. */
function isWatched({ state, isLate }: ReadyCall): boolean {
  return state === 'waiting' && !isLate;
}

/** Calls that the office has not answered. */
export function countUnsentCalls(calls: ReadyCalls): number {
  return calls.filter(({ state }) => state === 'waiting').length;
}

/** Calls without an answer that nobody waits for before the screen. */
export function countLateCalls(calls: ReadyCalls): number {
  return calls.filter(({ state, isLate }) => state === 'waiting' && isLate).length;
}
