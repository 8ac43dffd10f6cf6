import { describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import type { StreetReport } from '../../../../backend/operations/index.ts';
import { keepApart, PLANNER, registerOf } from '../../../support/apartDay.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  type Valley,
  valleyPeople,
  valleyRequest,
} from '../../../support/smallValley.ts';

const SHIFT = `shift:${VALLEY_DAY}:vehicle-1:25200`;

async function book(valley: Valley, personId: string, from: string, to: string): Promise<Ride> {
  const asked = await valley.booking.request(
    valleyRequest({
      personId,
      from: { kind: 'boardingPoint', id: from },
      to: { kind: 'boardingPoint', id: to },
    }),
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

/** person-1 from A to D and person-2 from B to C share the only vehicle, and are to be apart since. */
async function twoTogether() {
  const valley = await openValley({ people: valleyPeople(3) });
  const first = await book(valley, 'person-1', 'A', 'D');
  const second = await book(valley, 'person-2', 'B', 'C');
  await keepApart(registerOf(valley), 'person-1', { kind: 'rider', personId: 'person-2' });
  let taps = 0;
  const tap = async (second: number, what: Record<string, unknown>) => {
    const deviceTime = momentOf(VALLEY_DAY, second);
    valley.clock.moveTo(deviceTime);
    taps += 1;
    const report = { id: `tap-${taps}`, shiftId: SHIFT, deviceTime, ...what } as StreetReport;
    expect([what, await valley.operations.report(report, SYSTEM_ACTOR)]).toEqual([
      what,
      { ok: true, value: 'applied' },
    ]);
  };
  const stopAt = async (place: string) =>
    (await readValley(valley)).schedules[0]!.stops.find((stop) => stop.place?.id === place)!.id;
  return { valley, first, second, tap, stopAt };
}

describe('two who are to be apart in a vehicle that nobody can take over', () => {
  it('the street goes on: every tap is taken and timed, and nothing is to be decided once they are out', async () => {
    const { valley, first, second, tap, stopAt } = await twoTogether();
    const together = () => valley.dispatch.listTogether(VALLEY_DAY);
    await tap(32_400, { type: 'arrive', stopId: await stopAt('A') });
    await tap(32_430, { type: 'board', rideId: first.id });
    await tap(32_460, { type: 'depart', stopId: await stopAt('A') });
    await tap(32_770, { type: 'arrive', stopId: await stopAt('B') });
    await tap(32_800, { type: 'board', rideId: second.id });
    expect([...(await together())].sort()).toEqual([first.id, second.id].sort());
    expect((await valley.dispatch.partTogether(VALLEY_DAY, PLANNER)).movedRideIds).toEqual([]);
    await tap(33_100, { type: 'arrive', stopId: await stopAt('C') });
    await tap(33_110, { type: 'alight', rideId: second.id });
    expect(await together()).toEqual([]);
    await tap(33_500, { type: 'arrive', stopId: await stopAt('D') });
    await tap(33_510, { type: 'alight', rideId: first.id });
    const { rides } = await readValley(valley);
    expect([first.id, second.id].map((id) => rides.get(id)!.status)).toEqual(['done', 'done']);
    expect(valley.violations).toEqual([]);
  });

  it('late on the street: who cannot be there as promised is told so, as on any other day', async () => {
    const { valley, first, second, tap, stopAt } = await twoTogether();
    await tap(34_500, { type: 'arrive', stopId: await stopAt('A') });
    await tap(34_530, { type: 'board', rideId: first.id });
    const { rides } = await readValley(valley);
    expect(rides.get(second.id)!.revisedPromise).not.toBeNull();
    expect(valley.violations).toEqual([]);
  });
});
