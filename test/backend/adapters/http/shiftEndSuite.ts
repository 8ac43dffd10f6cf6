import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FeedSnapshot, shiftEndAnswerSchema } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Shift } from '../../../../backend/domain/fleet/fleet.ts';
import { addDays, momentOf } from '../../../../backend/domain/units/time.ts';
import { bookFirstOffer } from '../../../support/bookFromHome.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import type { House } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** Ending shifts for their drivers over HTTP, the same on every store. */
export function shiftEndSuite(open: () => Promise<House>): void {
  let house: House;
  let dispatcher: HouseClient;
  let shift: Shift;
  let others: readonly Shift[];

  beforeAll(async () => {
    house = await open();
    dispatcher = await house.signIn({ role: 'dispatcher', displayName: '配車 花子' });
    const shifts = await house.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.listShifts(TOWN_DAY));
    shift = shifts[0]!;
    others = shifts.filter(({ providerId }) => providerId !== shift.providerId);
  });
  afterAll(() => house.close());

  const path = (id: string, rest = '') => `/api/v1/shifts/${id}/end${rest}`;
  const end = (by = dispatcher, id = shift.id) => by.post(path(id), {});
  const goOn = (by = dispatcher, id = shift.id) => by.post(path(id, '/undo'), {});
  /** The shift as the feed of an account shows it. */
  const seenBy = async (reader: HouseClient, audience: string, id = shift.id) => {
    const feed = await reader.get(`/api/v1/feed?audience=${audience}&day=${TOWN_DAY}`);
    return (feed.body as FeedSnapshot).shifts.find((each) => each.id === id);
  };
  const driverOf = ({ vehicleId, providerId }: Shift) =>
    house.signIn({ role: 'driver', vehicleId, providerId });

  it('ended: board and driver see it, the name of who did it is the office’s; going on: as before', async () => {
    const ended = await end();
    expect(ended.status).toBe(200);
    // Eight in the morning.
    expect(shiftEndAnswerSchema.parse(ended.body)).toEqual({ shiftId: shift.id, ended: 8 * 3600 });
    const driver = await driverOf(shift);
    expect(await seenBy(dispatcher, 'console')).toMatchObject({
      ended: 8 * 3600,
      endedBy: { kind: 'dispatcher', name: '配車 花子' },
    });
    expect(await seenBy(driver, 'driver')).toMatchObject({
      ended: 8 * 3600,
      endedBy: { kind: 'dispatcher', name: null },
    });
    expect(shiftEndAnswerSchema.parse((await goOn()).body)).toEqual({ shiftId: shift.id, ended: null });
    expect(await seenBy(driver, 'driver')).not.toHaveProperty('endedBy');
  });

  it('the log names the account', async () => {
    await end();
    await goOn();
    const events = await house.store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(TOWN_DAY));
    const { accountId } = (await dispatcher.get('/api/v1/session')).body;
    const actors = events.filter(({ body }) => /^ShiftEnd/.test(body.type)).map(({ actor }) => actor);
    expect(new Set(actors)).toEqual(new Set([accountId]));
  });

  it('a dispatcher of one company: its own shifts, no other’s', async () => {
    const own = await house.signIn({ role: 'dispatcher', providerId: shift.providerId });
    const foreign = others[0]!;
    for (const answer of [await end(own, foreign.id), await goOn(own, foreign.id)]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'notAllowed']);
    }
    expect((await seenBy(dispatcher, 'console', foreign.id))?.ended).toBeUndefined();
    expect((await end(own)).status).toBe(200);
    expect((await goOn(own)).status).toBe(200);
  });

  it('telephone desk, town office and driver may not', async () => {
    const driver = await driverOf(shift);
    const operator = await house.signIn({ role: 'operator' });
    const town = await house.signIn({ role: 'municipality', municipalities: ['07421'] });
    for (const by of [operator, town, driver]) expect((await end(by)).status).toBe(403);
    expect((await seenBy(dispatcher, 'console'))?.ended).toBeUndefined();
  });

  it('twice, without need, of no shift, of tomorrow: refused in words', async () => {
    await house.stages.dispatch.openDay(addDays(TOWN_DAY, 1));
    const [tomorrow] = await house.store.read(SYSTEM_SCOPE, ({ fleet }) =>
      fleet.listShifts(addDays(TOWN_DAY, 1)),
    );
    const code = async (sent: ReturnType<typeof end>) => {
      const { status, body } = await sent;
      return [status, body.code];
    };
    expect(await code(goOn())).toEqual([409, 'shiftNotEnded']);
    await end();
    expect(await code(end())).toEqual([409, 'shiftEnded']);
    await goOn();
    expect(await code(end(dispatcher, 'shift:none'))).toEqual([404, 'unknownShift']);
    expect(await code(end(dispatcher, tomorrow!.id))).toEqual([409, 'shiftNotToday']);
    expect(await code(dispatcher.post(path(shift.id), { force: true }))).toEqual([400, 'malformedInput']);
  });

  it('the same question again under its key, after a lost answer: the same answer, ended once', async () => {
    const key = { 'Idempotency-Key': 'end-once' };
    const first = await dispatcher.post(path(shift.id), {}, key);
    const second = await dispatcher.post(path(shift.id), {}, key);
    expect(second.body).toEqual(first.body);
    expect(second.status).toBe(200);
    await goOn();
  });

  it('somebody is to be fetched: refused with how many and what to do', async () => {
    const ride = (await bookFirstOffer(house, { personId: house.town.people[1]!.id }))!;
    const refused = await end(dispatcher, ride.shiftId!);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'driverHasRidesLeft', details: { count: 1 } });
    expect(refused.body.sentence.ja).toContain('残っています（1件）');
    expect(refused.body.action.ja).toContain('別の車へ');
  });

  it('the hours are over: ended still, and not taken back', async () => {
    const evening = others[1]!;
    house.clock.moveTo(momentOf(TOWN_DAY, evening.end));
    expect((await end(dispatcher, evening.id)).status).toBe(200);
    expect((await goOn(dispatcher, evening.id)).body.code).toBe('shiftHoursOver');
  });
}
