import type { Actor } from '../domain/account/actor.ts';
import { seesAsProxy } from '../domain/proxy/seesAsProxy.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { ChangedFrom, Ride } from '../domain/ride/ride.ts';
import { type DoneBy, handOfActor } from '../domain/ride/rideHand.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { EpochMs } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { arrivalOf } from './wayHome.ts';

/** A request with what it takes over from the ride that it changes. */
export interface JudgedChange {
  readonly input: RequestInput;
  /** Of a way home: when the outbound ride arrives, second of the day; the new one leaves no earlier. */
  readonly notBefore?: number;
}

/**
 * May the ride that a request would replace be changed? The request then leads home from the same ride where it is of
 * the same day, and what was set aside for the old one stays set aside.
 */
export async function judgeChange(
  { store, clock }: BookingWorld,
  input: RequestInput,
  actor: Actor,
): Promise<Outcome<JudgedChange, Rejection>> {
  const { replaces } = input;
  if (!replaces) return success({ input });
  return store.read(actor.scope, async ({ rides }) => {
    const old = await rides.find(replaces);
    if (!old || old.personId !== input.personId) return refusal({ code: 'unknownRide' });
    const barred = barredFromChange(actor, old);
    if (barred) return refusal(barred);
    const judged = replace(old, 'none', clock.now(), handOfActor(actor));
    if (!judged.ok) return judged;
    const returnOf = input.returnOf ?? (old.day === input.day ? old.returnOf : null);
    const outbound = returnOf === null ? undefined : await rides.find(returnOf);
    const arrival = outbound && arrivalOf(outbound);
    return success({
      input: { ...input, returnOf, override: input.override ?? old.override },
      ...(arrival === undefined ? {} : { notBefore: arrival }),
    });
  });
}

/** A change gives the old ride up: a proxy must be allowed to see it and to cancel. */
export function barredFromChange({ scope }: Actor, old: Ride): Rejection | undefined {
  const acting = scope.kind === 'account' ? scope.acting : undefined;
  if (!acting) return undefined;
  if (!seesAsProxy(acting, old)) return { code: 'unknownRide' };
  return acting.acts.includes('cancel') ? undefined : { code: 'proxyActNotGranted' };
}

/** The step by which another ride takes this one's place. */
export function replace(old: Ride, rideId: string, at: EpochMs, hand: DoneBy): Outcome<RideStep, Rejection> {
  return stepRide(old, { type: 'replace', rideId, at, hand });
}

/** What is told of a ride once another one stands instead. */
export function changedFrom(old: Ride, at: EpochMs, by: DoneBy): ChangedFrom {
  const { id, day, from, to, requested } = old;
  const pickupSecond =
    old.scheduled.pickup ?? old.promise?.pickup.earliest ?? old.willCall?.expectedSecond ?? null;
  const places = { fromId: from.id, fromName: from.name, toId: to.id, toName: to.name };
  return { rideId: id, day, ...places, requested, pickupSecond, at, by };
}

/** The way home of one ride leads home from another one of the same day from now on. */
export async function relinkWayHome(
  { rides }: Tables,
  fromId: string,
  to: Pick<Ride, 'id' | 'day'>,
): Promise<readonly RideStep[]> {
  const homes = (await rides.listReturns(fromId)).filter(({ day }) => day === to.day);
  return homes.flatMap((home) => {
    const step = stepRide(home, { type: 'relink', returnOf: to.id });
    return step.ok ? [step.value] : [];
  });
}
