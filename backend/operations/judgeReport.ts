import type { Rejection } from '../domain/rejection/rejection.ts';
import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';
import { isEmptyStop, isReckoned } from '../domain/schedule/stopKinds.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';
import { endShift, takeBackEnd } from './endShift.ts';
import { isSaidAlready } from './isSaidAlready.ts';
import { leaveStop } from './leaveStop.ts';
import type { ScheduleWord } from './operations.ts';
import { takeBackArrival } from './takeBackArrival.ts';

/**
 * What a report means for a shift, or why it is out of order. Pure.
 * @param second when it happened, second of the service day
 */
export function judgeReport(
  picture: ShiftPicture,
  report: ScheduleWord,
  second: number,
): Outcome<StreetChange, Rejection> {
  if (isSaidAlready(picture, report)) return refusal({ code: 'reportedAlready' });
  const isEnded = picture.schedule.ended !== undefined;
  if (isEnded && report.type !== 'takeBackEnd') return refusal({ code: 'shiftEnded' });
  switch (report.type) {
    case 'arrive':
      return arrive(picture, report.stopId, second);
    case 'takeBackArrival':
      return takeBackArrival(picture, report.stopId, second);
    case 'depart':
      return depart(picture, report.stopId, second);
    case 'board':
      return atStop(picture, report.rideId, 'pickups', { type: 'board', second });
    case 'alight':
      return atStop(picture, report.rideId, 'dropoffs', { type: 'alight', second });
    case 'noShow':
      return atStop(picture, report.rideId, 'pickups', { type: 'recordNoShow', second });
    case 'endShift':
      return endShift(picture, second);
    case 'takeBackEnd':
      return takeBackEnd(picture, second);
  }
}

function arrive(picture: ShiftPicture, stopId: string, second: number): Outcome<StreetChange, Rejection> {
  const { stops } = picture.schedule;
  const position = stops.findIndex((stop) => stop.id === stopId);
  const stop = stops[position];
  if (!stop) return refusal({ code: 'staleVersion' });
  if (stop.state !== 'planned') return outOfOrder(stop);
  const before = stops.slice(0, position);
  const skipped = before.find(
    (other) => other.state === 'planned' && other.kind === 'stop' && !isEmptyStop(other),
  );
  if (skipped) return arriveWhereReckoned(stops, stop, second) ?? outOfOrder(skipped);
  const unfinished = before.find((other) => other.state === 'arrived' && !isFinished(other, picture));
  if (unfinished) return outOfOrder(unfinished);
  // Who turned round has never been where the vehicle was reckoned to be by now.
  const passed = before.filter((other) => !isReckoned(other) || other.arrival <= second);
  const left = passed.map((other) => (other.state === 'departed' ? other : leaveStop(other, second)));
  const arrival = passed.length < before.length ? second : stop.arrival;
  const arrived: ScheduledStop = { ...stop, arrival, state: 'arrived', performedArrival: second };
  const pickups = stop.pickups.filter((id) => picture.rides.get(id)?.status === 'assigned');
  return success({
    stops: [...left, arrived, ...stops.slice(position + 1)],
    commands: pickups.flatMap((rideId) => [
      ...lateCommands(picture, rideId, 'pickup', second),
      { rideId, command: { type: 'arrive', second } },
    ]),
    events: [{ type: 'StopArrived', stopId, second }],
  });
}

/**
 * A driver who has not read yet that others are fetched first taps on coming to where the vehicle was reckoned to stand:
 * it stands there.
 */
function arriveWhereReckoned(
  stops: readonly ScheduledStop[],
  { place }: ScheduledStop,
  second: number,
): Outcome<StreetChange, Rejection> | undefined {
  const last = stops.findLast(({ state }) => state !== 'planned');
  if (!last || !isReckoned(last) || last.place?.id !== place?.id) return undefined;
  const arrived: ScheduledStop = { ...last, state: 'arrived', performedArrival: second };
  return success({
    stops: stops.map((other) => (other === last ? arrived : other)),
    commands: [],
    events: [{ type: 'StopArrived', stopId: last.id, second }],
  });
}

function depart(picture: ShiftPicture, stopId: string, second: number): Outcome<StreetChange, Rejection> {
  const { stops } = picture.schedule;
  const stop = stops.find((other) => other.id === stopId);
  if (!stop) return refusal({ code: 'staleVersion' });
  if (stop.state !== 'arrived' || !isFinished(stop, picture)) return outOfOrder(stop);
  return success({
    stops: leftFor(stops, stop, second),
    commands: [],
    events: [{ type: 'StopDeparted', stopId, second }],
  });
}

/** The vehicle has left, and is at the next stop as much sooner or later as it left. */
function leftFor(stops: readonly ScheduledStop[], stop: ScheduledStop, second: number): ScheduledStop[] {
  const next = stops[stops.indexOf(stop) + 1];
  return stops.map((other) => {
    if (other === stop) return { ...leaveStop(stop, second), departure: second };
    return other === next ? { ...next, arrival: next.arrival + second - stop.departure } : other;
  });
}

function atStop(
  picture: ShiftPicture,
  rideId: string,
  end: 'pickups' | 'dropoffs',
  command: { readonly type: 'board' | 'alight' | 'recordNoShow'; readonly second: number },
): Outcome<StreetChange, Rejection> {
  const { stops } = picture.schedule;
  const planned = stops.find((other) => other[end].includes(rideId));
  if (!planned) return refusal({ code: 'unknownRide' });
  const standing = stops.find(({ state }) => state === 'arrived');
  // Who gets in where the vehicle stands does so, even where others were to be fetched first.
  const isHere = planned.state === 'planned' && standing?.place?.id === planned.place?.id;
  const stop = isHere && end === 'pickups' && standing ? standing : planned;
  if (stop.state !== 'arrived') return outOfOrder(stop);
  const { second } = command;
  const isAwaited = end === 'pickups' && picture.rides.get(rideId)?.status === 'assigned';
  const come = isAwaited ? [{ rideId, command: { type: 'arrive', second } } as const] : [];
  const late = command.type === 'alight' ? lateCommands(picture, rideId, 'dropoff', second) : [];
  return success({
    stops: stop === planned ? stops : withPickupAt(stops, stop, planned, rideId),
    commands: [...late, ...come, { rideId, command }],
    events: [],
  });
}

/** A pickup brought forward to another stop; what is left empty is no stop any more. */
function withPickupAt(
  stops: readonly ScheduledStop[],
  to: ScheduledStop,
  from: ScheduledStop,
  rideId: string,
): ScheduledStop[] {
  return stops.flatMap((stop) => {
    if (stop === to) return [{ ...stop, pickups: [...stop.pickups, rideId] }];
    if (stop !== from) return [stop];
    const pickups = stop.pickups.filter((id) => id !== rideId);
    return pickups.length + stop.dropoffs.length > 0 ? [{ ...stop, pickups }] : [];
  });
}

/** Coming later than the promise that stands breaks it, openly. */
function lateCommands(
  { rides }: ShiftPicture,
  rideId: string,
  end: 'pickup' | 'dropoff',
  at: number,
): StreetChange['commands'] {
  const ride = rides.get(rideId);
  const promise = ride && standingPromise(ride);
  if (!promise || at <= promise[end].latest) return [];
  const revised = { ...promise, [end]: { earliest: promise[end].earliest, latest: at } };
  return [{ rideId, command: { type: 'breakPromise', revised, reason: 'vehicleLate' } }];
}

/** Has everybody who gets in or out here done so, or not come? */
function isFinished(stop: ScheduledStop, { rides }: ShiftPicture): boolean {
  const isOpen = (ride: Ride | undefined, statuses: readonly string[]) =>
    ride !== undefined && statuses.includes(ride.status);
  const waiting = stop.pickups.some((id) => isOpen(rides.get(id), ['assigned', 'vehicleArrived']));
  const aboard = stop.dropoffs.some((id) => isOpen(rides.get(id), ['onBoard']));
  return !waiting && !aboard;
}

function outOfOrder(stop: ScheduledStop): Outcome<never, Rejection> {
  return refusal({
    code: 'commandOutOfOrder',
    details: { place: stop.place?.name ?? '', status: stop.state },
  });
}
