import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpDeps } from '../../../../backend/adapters/http/httpDeps.ts';
import {
  movesAnswerSchema,
  rideAnswerSchema,
  ridesAnswerSchema,
} from '../../../../backend/contract/index.ts';
import type { Dispatch } from '../../../../backend/dispatch/index.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { refusal } from '../../../../backend/domain/units/outcome.ts';
import { bookFromHome } from '../../../support/bookFromHome.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('moving rides by hand, over HTTP', () => {
  let house: House;
  let dispatcher: HouseClient;
  let operator: HouseClient;
  let ride: Ride;
  let nextRider = 0;

  beforeAll(async () => {
    house = await openHouse();
    dispatcher = await house.signIn({ role: 'dispatcher', displayName: '配車 花子' });
    operator = await house.signIn({ role: 'operator' });
  });
  beforeEach(async () => {
    ride = await bookFromHome(house, { personId: house.town.people[nextRider]!.id });
    nextRider += 1;
  });
  afterAll(() => house.close());

  const path = (rest: string) => `/api/v1/rides/${ride.id}/${rest}`;
  const options = async () => movesAnswerSchema.parse((await dispatcher.get(path('moves'))).body).options;
  const kept = async (by: HouseClient) => {
    const { rides } = ridesAnswerSchema.parse((await by.get(`/api/v1/rides?day=${TOWN_DAY}`)).body);
    return rides.find(({ id }) => id === ride.id)?.keptByHand;
  };
  /** The best vehicle that breaks no promise. */
  const best = async () => (await options()).find(({ effect }) => effect?.broken.length === 0)!.shiftId;
  const move = async (given: object = {}) =>
    dispatcher.post(path('move'), { shiftId: await best(), fromShiftId: ride.shiftId, ...given });

  it('every other vehicle of the day is judged: possible with its effect, or not with the rule', async () => {
    const shifts = await house.store.read({ kind: 'system' }, ({ fleet }) => fleet.listShifts(TOWN_DAY));
    const all = await options();
    expect(new Set(all.map(({ shiftId }) => shiftId)).size).toBe(shifts.length - 1);
    expect(all.every(({ effect, obstacle }) => (effect === null) !== (obstacle === null))).toBe(true);
    const services = await house.store.read({ kind: 'system' }, (tables) => tables.services.list());
    const { providerIds } = services.find(({ id }) => id === ride.serviceId)!;
    const providerOf = new Map(shifts.map(({ id, providerId }) => [id, providerId]));
    const isOther = ({ shiftId }: (typeof all)[number]) => providerOf.get(shiftId) !== ride.providerId;
    const outside = all.filter(({ shiftId }) => !providerIds.includes(providerOf.get(shiftId)!));
    expect(outside.length).toBeGreaterThan(0);
    expect(new Set(outside.map(({ obstacle }) => obstacle))).toEqual(new Set(['noOperatorAllowed']));
    const inside = all.filter((option) => !outside.includes(option));
    expect(inside.every(({ obstacle }) => obstacle !== 'noOperatorAllowed')).toBe(true);
    expect(inside.some((option) => isOther(option) && option.effect)).toBe(true);
    for (const option of inside) {
      if (option.effect) expect(option.effect.changesProvider).toBe(isOther(option));
    }
    // Its own company's vehicles first, of those that keep every promise.
    const keeping = inside.filter(({ effect }) => effect?.broken.length === 0).map(isOther);
    expect(new Set(keeping).size).toBe(2);
    expect(keeping).toEqual(keeping.toSorted((a, b) => Number(a) - Number(b)));
  });

  it('moved: the ride on its new vehicle, kept by hand with who did it; taken back: as before', async () => {
    const { ride: moved } = rideAnswerSchema.parse((await move()).body);
    expect(moved.shiftId).not.toBe(ride.shiftId);
    expect(moved.keptByHand).toMatchObject({ by: { kind: 'dispatcher', name: '配車 花子' } });
    expect(moved.keptByHand!.fromVehicleName).toBeTruthy();
    expect(await kept(operator)).toEqual(moved.keptByHand);
    const undone = await dispatcher.post(path('move/undo'), { shiftId: moved.shiftId });
    expect(rideAnswerSchema.parse(undone.body).ride).toMatchObject({
      shiftId: ride.shiftId,
      keptByHand: null,
    });
  });

  it('to another company of its service: carried by it from then on, also when left to the plan; taken back: as before', async () => {
    const other = (await options()).find(
      ({ effect }) => effect?.changesProvider && effect.broken.length === 0,
    )!;
    const stored = async () =>
      (await house.store.read({ kind: 'system' }, ({ rides }) => rides.find(ride.id)))!;
    expect((await move({ shiftId: other.shiftId })).status).toBe(200);
    const shift = await house.store.read({ kind: 'system' }, ({ fleet }) => fleet.findShift(other.shiftId));
    const { fareYen, providerId } = await stored();
    expect([providerId, fareYen]).toEqual([shift!.providerId, ride.fareYen]);
    expect(await kept(operator)).toMatchObject({ changedProvider: true });
    await dispatcher.post(path('move/undo'), { shiftId: other.shiftId });
    expect(await stored()).toMatchObject({ providerId: ride.providerId, shiftId: ride.shiftId });
  });

  it('both drivers are told: the one has the ride on the list, the other has not any more', async () => {
    const vehicleOf = async (shiftId: string) =>
      (await house.store.read({ kind: 'system' }, ({ fleet }) => fleet.findShift(shiftId)))!.vehicleId;
    const driverOf = async (shiftId: string) =>
      house.signIn({ role: 'driver', vehicleId: await vehicleOf(shiftId) });
    const listed = async (driver: HouseClient) =>
      ridesAnswerSchema
        .parse((await driver.get(`/api/v1/rides?day=${TOWN_DAY}`)).body)
        .rides.some(({ id }) => id === ride.id);
    const shiftId = await best();
    const [old, next] = [await driverOf(ride.shiftId!), await driverOf(shiftId)];
    expect([await listed(old), await listed(next)]).toEqual([true, false]);
    await move({ shiftId });
    expect([await listed(old), await listed(next)]).toEqual([false, true]);
  });

  it('decided on what is not so any more: refused with what to do, and the ride stays', async () => {
    await move();
    const late = await move({ shiftId: await best() });
    expect([late.status, late.body]).toMatchObject([409, { code: 'rideMovedMeanwhile' }]);
    expect((await dispatcher.post(path('move/undo'), { shiftId: 'shift:none' })).body).toMatchObject({
      code: 'rideMovedMeanwhile',
    });
    expect((await move({ shiftId: 'shift:none', fromShiftId: null })).body).toMatchObject({
      code: 'rideMovedMeanwhile',
    });
  });

  it('kept where it is, and let go: shown to those at the desk only', async () => {
    expect(await kept(dispatcher)).toBeNull();
    await dispatcher.put(path('keep'), {});
    expect(await kept(dispatcher)).toMatchObject({ by: { name: '配車 花子' } });
    expect((await dispatcher.put(path('keep'), {})).status).toBe(200);
    const rider = await house.signIn({ role: 'rider', personId: ride.personId });
    expect(await kept(rider)).toBeNull();
    await dispatcher.delete(path('keep'));
    expect(await kept(dispatcher)).toBeNull();
    expect((await dispatcher.delete(path('keep'))).status).toBe(200);
  });

  it.each([
    ['no vehicle', {}],
    [
      'a late time that is no number',
      { shiftId: 's', fromShiftId: null, agreed: [{ rideId: 'r', lateSeconds: '5' }] },
    ],
    ['something nobody knows', { shiftId: 's', fromShiftId: null, force: true }],
  ])('%s: refused as misshapen', async (_, body) => {
    expect((await dispatcher.post(path('move'), body)).body).toMatchObject({ code: 'malformedInput' });
  });

  it('whoever asked for the vehicles has gone: the search is told to stop', async () => {
    const begun = new EventEmitter();
    const listMoves: Dispatch['listMoves'] = async (_id, signal) => {
      begun.emit('begun', signal);
      await once(signal!, 'abort');
      return refusal({ code: 'unknownRide' });
    };
    const other = await openHouse({ deps: { dispatch: { listMoves } as unknown as HttpDeps['dispatch'] } });
    try {
      const { id } = await bookFromHome(other);
      const { cookie } = await other.signIn({ role: 'dispatcher' });
      const leaving = new AbortController();
      const url = `${other.address}/api/v1/rides/${id}/moves`;
      const beginning = once(begun, 'begun');
      const asked = fetch(url, { headers: { Cookie: cookie }, signal: leaving.signal });
      const [told] = (await beginning) as [AbortSignal];
      expect(told.aborted).toBe(false);
      const stopped = once(told, 'abort');
      leaving.abort();
      await expect(asked).rejects.toThrow();
      await stopped;
    } finally {
      await other.close();
    }
  });
});
