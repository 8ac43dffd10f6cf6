import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessScope } from '../../../backend/domain/account/account.ts';
import type { Tables } from '../../../backend/ports/tables.ts';
import { readOn } from '../../support/readOn.ts';
import { sampleApart } from '../../support/sampleApart.ts';
import { sampleProxy } from '../../support/sampleProxy.ts';
import {
  SAMPLE_NOW,
  sampleDistinct,
  sampleEvent,
  sampleOffer,
  samplePerson,
  sampleRide,
  sampleSchedule,
} from '../../support/sampleRows.ts';
import { sampleVoiceSession } from '../../support/sampleVoiceSession.ts';
import {
  type GuardedTable,
  insertScopeTown,
  SCOPE_DAYS,
  SCOPE_MATRIX,
  SCOPE_NAMES,
  scopeAs,
  shiftOf,
} from '../../support/scopeTown.ts';
import { settledHead } from '../../support/settledHead.ts';
import type { StoreBench } from './storeSuite.ts';

/** Every scope sees its own rows, whatever it asks for. */
export function scopesSuite(bench: StoreBench): void {
  describe('scopes', () => {
    beforeAll(async () => {
      await bench.write(insertScopeTown);
    });

    it.each(SCOPE_MATRIX)('$who: sees its own rows and no others', async ({ scope, sees }) => {
      // Events may be told a moment later while an older write is open on the database server, another test's included.
      await expect.poll(() => bench.store.read(scope, listVisible), { timeout: 10_000 }).toEqual(sees);
    });

    const anna = { personId: 'anna', municipality: '07421' };
    const rider = scopeAs('rider', { personId: 'anna' });
    it.each<[string, AccessScope, (tables: Tables) => Promise<unknown>]>([
      ['a rider, a new person', rider, ({ people }) => people.insertMany([samplePerson({ id: 'eve' })])],
      [
        'a rider, a ride of another',
        rider,
        ({ rides }) => rides.insert(sampleRide({ id: 'x', personId: 'bert' })),
      ],
      [
        'a rider, an event of another',
        rider,
        ({ events }) => events.append([sampleEvent({ personId: 'bert' })]),
      ],
      [
        'a rider, a schedule',
        rider,
        ({ days }) => days.saveSchedules([sampleSchedule({ shiftId: 'van1-today' })]),
      ],
      [
        'a rider, a proxy',
        rider,
        ({ proxyGrants }) => proxyGrants.insert(sampleProxy({ id: 'x', personId: 'anna' })),
      ],
      [
        'a rider, a PIN guessed at',
        rider,
        ({ riderPins }) => riderPins.takeAttempt({ id: 'anna', municipality: '07421' }, 1, 0),
      ],
      [
        'a proxy, a ride',
        scopeAs('proxy', { accountId: 'anna', personId: 'bert' }),
        ({ rides }) => rides.insert(sampleRide({ id: 'x', personId: 'bert' })),
      ],
      [
        'a proxy, a grant of their own',
        scopeAs('proxy', { accountId: 'anna', personId: 'bert' }),
        ({ proxyGrants }) => proxyGrants.insert(sampleProxy({ id: 'x', personId: 'anna' })),
      ],
      [
        'a town, a call of the voice line',
        scopeAs('municipality', { municipalities: ['07421'] }),
        ({ voiceSessions }) => voiceSessions.save(sampleVoiceSession({ callId: 'x' })),
      ],
      [
        'an operator, who is kept apart',
        scopeAs('operator'),
        ({ apartPairs }) => apartPairs.insert(sampleApart({ id: 'x', personId: 'anna' })),
      ],
      [
        'a town, who is kept apart',
        scopeAs('municipality', { municipalities: ['07421'] }),
        ({ apartPairs }) => apartPairs.insert(sampleApart({ id: 'x', personId: 'anna' })),
      ],
      [
        'a driver, a telephone',
        scopeAs('driver', { vehicleId: 'van1' }),
        ({ fleet }) => fleet.insertDrivers([{ providerId: 'provider-1', name: 'x', phone: '0' }]),
      ],
      [
        'a town, who is not the same',
        scopeAs('municipality', { municipalities: ['07421'] }),
        ({ register }) =>
          register.insertDistinct(sampleDistinct({ id: 'x', personId: 'anna', otherId: 'dora' })),
      ],
      ['a rider, the plan', rider, ({ days }) => days.advance('2026-07-01', 0)],
      [
        'a driver, a schedule of another vehicle',
        scopeAs('driver', { vehicleId: 'van1' }),
        ({ days }) => days.saveSchedules([sampleSchedule({ shiftId: 'van2-today' })]),
      ],
      [
        'a municipality, a resident of another',
        scopeAs('municipality', { municipalities: ['07421'] }),
        ({ people }) => people.insertMany([samplePerson({ id: 'eve', municipality: '07202' })]),
      ],
      [
        'a driver, an offer',
        scopeAs('driver', { vehicleId: 'van1' }),
        ({ offers }) => offers.insertMany([sampleOffer({ id: 'x', rideId: 'anna' })]),
      ],
    ])('%s: may not be written', async (_, scope, work) => {
      await expect(bench.store.write(scope, work)).rejects.toMatchObject({ code: 'notAllowed' });
    });

    it("a rider's own ride: may be written", async () => {
      await bench.store.write(rider, ({ rides }) => rides.insert(sampleRide({ id: 'own', ...anna })));
      expect(await bench.store.read(rider, ({ rides }) => rides.find('own'))).toBeDefined();
    });

    it('a ride that the scope does not see: cannot be changed', async () => {
      const stolen = sampleRide({ id: 'bert', personId: 'bert', municipality: '07202', revision: 2 });
      await expect(bench.store.write(rider, ({ rides }) => rides.update([stolen], [1]))).rejects.toThrow(
        'changed in the meantime',
      );
    });

    it('a reader who sees a part of the log: reads on from a cursor of the whole log', async () => {
      const head = await settledHead(bench.store);
      await bench.write(({ events }) =>
        events.append([sampleEvent({ personId: 'bert' }), sampleEvent({ ...anna, rideId: 'anna' })]),
      );
      await readOn(bench.store, head, 2);
      const seen = await bench.store.read(rider, ({ events }) => events.readAfter(head, 10));
      expect(seen.map(({ personId }) => personId)).toEqual(['anna']);
    });
  });
}

/** Whose rows the tables show, by first letters. */
async function listVisible(tables: Tables): Promise<Record<GuardedTable, string>> {
  const isNamed = (name: string | null) => name !== null && (SCOPE_NAMES as readonly string[]).includes(name);
  const letters = (names: readonly (string | null)[]) => {
    const initials = names.filter(isNamed).map((name) => name?.slice(0, 1));
    return [...new Set(initials)].sort().join('');
  };
  const perDay = async <Row>(list: (day: string) => Promise<readonly Row[]>) =>
    (await Promise.all(SCOPE_DAYS.map(list))).flat();
  const perName = async (find: (name: string) => Promise<unknown>) => {
    const found = await Promise.all(SCOPE_NAMES.map(find));
    return letters(SCOPE_NAMES.filter((_, i) => found[i] !== undefined));
  };
  const byShift = (shifts: readonly string[]) =>
    letters(SCOPE_NAMES.filter((name) => shifts.includes(shiftOf(name))));
  return {
    person: letters((await tables.people.listByIds(SCOPE_NAMES)).map(({ id }) => id)),
    ride: letters((await perDay((day) => tables.rides.listByDay(day))).map(({ id }) => id)),
    offer: await perName((name) => tables.offers.find(name)),
    event: letters((await tables.events.readAfter(undefined, 1_000)).map(({ rideId }) => rideId)),
    shift_schedule: byShift(
      (await perDay((day) => tables.days.listSchedules(day))).map(({ shiftId }) => shiftId),
    ),
    vehicle_position: byShift(
      (await perDay((day) => tables.positions.list(day))).map(({ shiftId }) => shiftId),
    ),
    driver_command: await perName((name) => tables.driverCommands.findResult(name)),
    stored_answer: await perName((name) => tables.answers.find(name, 'key')),
    phone_call: await perName((name) => tables.calls.find(name)),
    rider_import: await perName((name) => tables.register.findImport(name)),
    person_merge: await perName((name) => tables.register.findMerge(name)),
    desk_station: await perName((name) => tables.calls.findStationAccount(name)),
    standing_order: await perName((name) => tables.standingOrders.find(name)),
    standing_entry: letters(
      (await tables.standingOrders.listEntries(SCOPE_NAMES, SCOPE_DAYS[0], SCOPE_DAYS[2])).map(
        ({ orderId }) => orderId,
      ),
    ),
    call_back: letters((await tables.callBacks.listOpen()).map(({ rideId }) => rideId)),
    call_claim: letters(
      (await tables.callBacks.listClaims(SAMPLE_NOW)).map(({ householdId }) => householdId),
    ),
    contact_wish: await perName((name) => tables.contactWishes.find(name)),
    notice: await perName(async (name) => (await tables.notices.listByPerson(name, 1))[0]),
    proxy_grant: await perName((name) => tables.proxyGrants.find(name)),
    proxy_invitation: letters((await tables.proxyInvitations.listOpen(SCOPE_NAMES)).map(({ id }) => id)),
    rider_pin: await perName((name) => tables.riderPins.find(name)),
    caller_attempt: await perName(async (name) => (await tables.riderPins.countAttempts(name)) || undefined),
    distinct_pair: await perName((name) => tables.register.findDistinct(name)),
    apart_pair: await perName((name) => tables.apartPairs.find(name)),
    voice_session: await perName((name) => tables.voiceSessions.find(name)),
    waitlist_entry: await perName((name) => tables.waitlist.find(name)),
    driver: letters((await tables.fleet.listDrivers()).map(({ name }) => name)),
  };
}
