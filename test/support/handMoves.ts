import type { MoveOption, Moves } from '../../backend/dispatch/index.ts';
import type { Actor } from '../../backend/domain/account/actor.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { ServiceDay } from '../../backend/domain/units/time.ts';
import { PLANNER } from './apartDay.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  type ValleyGiven,
  valleyPeople,
  valleyRequest,
} from './smallValley.ts';

/** A dispatcher at the board. */
export const DISPATCHER: Actor = { ...PLANNER, displayName: '配車 花子' };

/** The shift of vehicle number v of the valley. */
export function shiftOf(v: number, start = 7 * 3600): string {
  return `shift:${VALLEY_DAY}:vehicle-${v}:${start}`;
}

/** A valley with two vehicles of four places and six riders, unless stated. */
export function openTwo(given: ValleyGiven = {}): Promise<Valley> {
  return openValley({ people: valleyPeople(6), configurations: TWO_OF_FOUR, ...given });
}

/** Places of two vehicles. */
export const TWO_OF_FOUR = [[[4, 0, 0]], [[4, 0, 0]]];

/** The other one of two vehicles. */
export function otherThan(shiftId: string | null): string {
  return shiftId === shiftOf(1) ? shiftOf(2) : shiftOf(1);
}

/** person-1 from A to D and person-2 from F to E at the same hour, on two vehicles: none can be at both ends. */
export async function openFar(): Promise<{ valley: Valley; there: Ride; far: Ride }> {
  const valley = await openTwo();
  const there = await bookValley(valley, { person: 1 });
  const far = await bookValley(valley, { person: 2, from: 'F', to: 'E' });
  if (far.shiftId === there.shiftId) throw new Error('One vehicle carries both.');
  return { valley, there, far };
}

/** What a booking of the valley is about; person-1 from A to D, alone, 09:00 or later, unless stated. */
export interface ValleyBooking {
  readonly kind?: 'departAfter' | 'arriveBy';
  readonly day?: ServiceDay;
  readonly person?: number;
  readonly from?: string;
  readonly to?: string;
  readonly second?: number;
  readonly companions?: number;
}

function askValley(valley: Valley, given: ValleyBooking) {
  const { day = VALLEY_DAY, person = 1, from = 'A', to = 'D', second = 9 * 3600, companions = 0 } = given;
  const request = valleyRequest({
    personId: `person-${person}`,
    day,
    from: { kind: 'boardingPoint', id: from },
    to: { kind: 'boardingPoint', id: to },
    requested: { kind: given.kind ?? 'departAfter', second },
    companions,
  });
  return valley.booking.request(request, SYSTEM_ACTOR);
}

/** Books the first offer. @throws Error where there is none */
export async function bookValley(valley: Valley, given: ValleyBooking = {}): Promise<Ride> {
  const asked = await askValley(valley, given);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

/** Books the offer of this number, the first where there are fewer; nothing where there is none. */
export async function bookIfOffered(valley: Valley, given: ValleyBooking, offer = 0): Promise<void> {
  const asked = await askValley(valley, given);
  const offers = asked.ok ? asked.value.offers : [];
  const chosen = offers[offer] ?? offers[0];
  if (chosen) await valley.booking.accept(chosen.id, SYSTEM_ACTOR);
}

/** Cancels a ride that a person has ahead, where there is one. */
export async function cancelNextOf(valley: Valley, person: number): Promise<void> {
  const { rides } = await readValley(valley);
  const isMine = ({ personId, status }: Ride) => personId === `person-${person}` && status === 'assigned';
  const mine = [...rides.values()].find(isMine);
  if (mine) await valley.booking.cancel(mine.id, 'riderAsked', SYSTEM_ACTOR);
}

/** What a dispatcher is shown for a ride. @throws Error where it cannot be moved at all */
export async function movesOf(valley: Valley, rideId: string): Promise<Moves> {
  const moves = await valley.dispatch.listMoves(rideId);
  if (!moves.ok) throw new Error(moves.reason.code);
  return moves.value;
}

/** The option of one shift, which is to be possible. */
export async function possibleMove(
  valley: Valley,
  rideId: string,
  shiftId: string,
): Promise<Extract<MoveOption, { kind: 'possible' }>> {
  const option = (await movesOf(valley, rideId)).options.find((each) => each.shiftId === shiftId);
  if (option?.kind !== 'possible')
    throw new Error(`Cannot be moved to ${shiftId}: ${JSON.stringify(option)}`);
  return option;
}

/** Moves a ride as a dispatcher would who agrees to what is shown. */
export async function moveTo(valley: Valley, rideId: string, shiftId: string) {
  const { fromShiftId } = await movesOf(valley, rideId);
  const { effect } = await possibleMove(valley, rideId, shiftId);
  return valley.dispatch.moveByHand(rideId, { shiftId, fromShiftId, agreed: effect.broken }, DISPATCHER);
}

/** A ride as stored. */
export async function storedRide(valley: Valley, rideId: string): Promise<Ride> {
  return (await readValley(valley)).rides.get(rideId)!;
}
