import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { findClash } from '../domain/ride/findClash.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { clockText, type EpochMs } from '../domain/units/time.ts';
import type { Proposal, ServiceChoice } from '../ports/ridePlanning.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { clashRejection } from './clashRejection.ts';
import { judgeRequest } from './judgeRequest.ts';
import { newRide } from './newRide.ts';
import { type UnderstoodRequest, understandRequest } from './understandRequest.ts';

/** What could be promised now, and the services whose rules allow it. */
export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly choices: readonly ServiceChoice[];
}

/** A request judged and tried on the plan; nothing is kept yet. */
export interface Attempt {
  readonly understood: UnderstoodRequest;
  /** As it would be kept; its places are where a vehicle would stop. */
  readonly ride: Ride;
  /** For a ride without a time there are no proposals. */
  readonly outcome: Outcome<Proposed, Rejection>;
}

/** What a try is given besides the request itself. */
export interface AttemptTerms {
  readonly rideId: string;
  readonly now: EpochMs;
  /** A way home begins no earlier than the outbound ride arrives. */
  readonly notBefore?: number;
  /** `false`: nobody wants to know why there is no offer. */
  readonly explain?: boolean;
}

/**
 * Judges a request by all rules and asks the plan.
 * @returns a refusal where the request cannot even be understood (somebody or some place is not known)
 */
export async function attemptRequest(
  world: BookingWorld,
  input: RequestInput,
  actor: Actor,
  terms: AttemptTerms,
): Promise<Outcome<Attempt, Rejection>> {
  const understood = await understandRequest(world.store, input, actor);
  return understood.ok ? success(await attemptUnderstood(world, input, understood.value, terms)) : understood;
}

/** The same for a request whose people and places are looked up already; reads nothing but the plan. */
export async function attemptUnderstood(
  world: BookingWorld,
  input: RequestInput,
  understood: UnderstoodRequest,
  { rideId, now, notBefore, explain = true }: AttemptTerms,
): Promise<Attempt> {
  const { from, to, choices } = judgeRequest(input, understood, now);
  const ride = newRide(rideId, input, understood, { from, to }, now);
  if (!choices.ok) return { understood, ride, outcome: choices };
  if (input.isWillCall) {
    return { understood, ride, outcome: success({ proposals: [], choices: choices.value }) };
  }
  const proposed = await world.planning.propose(ride, choices.value, { explain });
  if (!proposed.ok) return { understood, ride, outcome: proposed };
  const later = startingAfter(proposed.value, notBefore);
  const free = later.ok ? withoutClashes(ride, later.value, understood.otherRides) : later;
  const outcome = free.ok ? success({ proposals: free.value, choices: choices.value }) : free;
  return { understood, ride, outcome };
}

function startingAfter(
  proposals: readonly Proposal[],
  notBefore: number | undefined,
): Outcome<readonly Proposal[], Rejection> {
  if (notBefore === undefined) return success(proposals);
  const later = proposals.filter(({ promise }) => promise.pickup.earliest >= notBefore);
  if (later.length > 0) return success(later);
  return refusal({
    code: 'returnBeforeOutbound',
    field: 'return.at',
    details: { time: clockText(Math.ceil(notBefore / 60) * 60) },
  });
}

function withoutClashes(
  ride: Ride,
  proposals: readonly Proposal[],
  otherRides: readonly Ride[],
): Outcome<readonly Proposal[], Rejection> {
  const clashes = proposals.map(({ pickupSecond, dropoffSecond }) =>
    findClash(otherRides, { fromId: ride.from.id, toId: ride.to.id, pickupSecond, dropoffSecond }),
  );
  const free = proposals.filter((_, i) => !clashes[i]);
  if (free.length > 0) return success(free);
  return refusal(clashRejection(clashes[0]!));
}
