import { beforeAll, describe, expect, it } from 'vitest';
import { createBooking } from '../../../backend/booking/index.ts';
import { createDispatch } from '../../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import type { VoiceHeard } from '../../../backend/domain/voice/voiceState.ts';
import { FakeClock } from '../../../backend/simulation/index.ts';
import { createVoiceDesk, type VoiceDesk, type VoiceTurn } from '../../../backend/voice/index.ts';
import { samplePerson } from '../../support/sampleRows.ts';
import { StraightRoadMatrix, VALLEY_DAY } from '../../support/smallValley.ts';
import { bookRide, openVoiceValley, VoiceCaller, type VoiceValley } from '../../support/voiceValley.ts';
import { withDatabase } from '../../support/withDatabase.ts';

const ROUNDS = 8;
const CALLERS = Array.from({ length: 4 * ROUNDS }, (_, i) => ({
  id: `caller-${i + 1}`,
  number: `02420012${String(i).padStart(2, '0')}`,
}));

const database = withDatabase();
const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600));
let valley: VoiceValley;
/** A second process: its own connections, its own plan in memory. */
let other: { readonly voice: VoiceDesk; readonly booking: ReturnType<typeof createBooking> };
let next = 0;

beforeAll(async () => {
  const people = CALLERS.map(({ id, number }) =>
    samplePerson({
      id,
      householdId: id,
      birthYear: 1943,
      phone: number,
      needs: [],
      home: { lon: 139.7, lat: 37.5 },
    }),
  );
  const configurations = Array.from({ length: 8 }, () => [[8, 0, 0]]);
  const patience = { pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)) };
  valley = await openVoiceValley({
    store: await database.openStore({ clock, poolSize: 10 }),
    people,
    configurations,
    world: patience,
  });
  const store = await database.openStore({ clock, poolSize: 10 });
  const ids = { next: (prefix: string) => `other-${valley.ids.next(prefix)}` };
  const planning = createDispatch({
    store,
    clock,
    ids,
    matrix: new StraightRoadMatrix(),
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked() {},
  });
  const booking = createBooking({ store, planning, clock, ids });
  other = { booking, voice: createVoiceDesk({ ...valley.world, store, booking }) };
});

/** A caller who has a ride of their own and stands before the last question of cancelling it. */
async function aboutToCancel() {
  const { id, number } = CALLERS[next++]!;
  const ride = await bookRide(valley, id, 8 + (next % 8));
  const callId = `call-${next}`;
  const caller = new VoiceCaller(valley.voice, callId, number);
  await caller.hear({ kind: 'start' });
  await caller.hear({ kind: 'keys', keys: '1943' });
  const asked = await caller.hear({ kind: 'keys', keys: '2' });
  expect(asked.say.map(({ ja }) => ja).join()).toContain('取り消します');
  const turn = (heard: VoiceHeard, number_ = 4): VoiceTurn => ({
    callId,
    line: 'line',
    number,
    turn: number_,
    heard,
  });
  return { ride, turn, callId };
}

const eventsOf = async (rideId: string) =>
  (await valley.store.read(SYSTEM_SCOPE, ({ events }) => events.listByRide(rideId))).map(
    ({ actor, body }) => ({
      actor,
      type: body.type,
    }),
  );
const statusOf = async (rideId: string) =>
  (await valley.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(rideId)))?.status;

describe('the voice line on PostgreSQL, from two processes at once', () => {
  it('one turn repeated eight times at once: one cancel, one answer', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ride, turn } = await aboutToCancel();
      const yes = turn({ kind: 'keys', keys: '1' });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? valley.voice : other.voice).take(yes)),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(JSON.stringify(answers[0])).toContain('取り消しました');
      const cancelled = (await eventsOf(ride.id)).filter(({ type }) => type === 'RideCancelled');
      expect(cancelled).toEqual([{ actor: 'voice', type: 'RideCancelled' }]);
    }
  });

  it('yes and no for the same turn at once: one of them holds, the other is refused', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ride, turn } = await aboutToCancel();
      const [yes, no] = await Promise.all([
        valley.voice.take(turn({ kind: 'keys', keys: '1' })),
        other.voice.take(turn({ kind: 'keys', keys: '2' })),
      ]);
      expect([yes.ok, no.ok].sort()).toEqual([false, true]);
      expect(await statusOf(ride.id)).toBe(yes.ok ? 'cancelled' : 'assigned');
    }
  });

  it('an operator cancels at the desk while the rider says yes: cancelled once, and the rider hears the truth', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ride, turn } = await aboutToCancel();
      const [byVoice, byDesk] = await Promise.all([
        other.voice.take(turn({ kind: 'keys', keys: '1' })),
        valley.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR),
      ]);
      expect(await statusOf(ride.id)).toBe('cancelled');
      const events = (await eventsOf(ride.id)).filter(({ type }) => type === 'RideCancelled');
      expect(events).toHaveLength(1);
      expect(events[0]!.actor).toBe(byDesk.ok ? 'system' : 'voice');
      const said = JSON.stringify(byVoice);
      expect(said).toContain(byDesk.ok ? 'もうありません' : '取り消しました');
    }
  });

  it('twelve calls guess the year of one house at once: five tries together', async () => {
    const { id, number } = CALLERS.at(-1)!;
    const callers = Array.from(
      { length: 12 },
      (_, i) => new VoiceCaller(i % 2 === 0 ? valley.voice : other.voice, `guess-${i}`, number),
    );
    for (const caller of callers) await caller.hear({ kind: 'start' });
    const answers = await Promise.all(
      callers.map((caller, i) => caller.hear({ kind: 'keys', keys: String(1950 + i) })),
    );
    const said = answers.map(({ say }) => say.map(({ ja }) => ja).join());
    expect(said.filter((words) => words.includes('確認の回数が多く'))).toHaveLength(7);
    expect(said.filter((words) => words.startsWith('確認できませんでした'))).toHaveLength(5);
    const log = await valley.store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 100_000));
    expect(log.filter(({ personId, body }) => personId === id && body.type === 'RiderRead')).toEqual([]);
  });

  it('begun in one process, gone on with in the other', async () => {
    const { ride, turn } = await aboutToCancel();
    expect(await other.voice.take(turn({ kind: 'keys', keys: '2' }))).toMatchObject({ ok: true });
    expect(await valley.voice.take(turn({ kind: 'keys', keys: '2' }, 5))).toMatchObject({ ok: true });
    expect(await other.voice.take(turn({ kind: 'keys', keys: '1' }, 6))).toMatchObject({ ok: true });
    expect(await statusOf(ride.id)).toBe('cancelled');
  });
});
