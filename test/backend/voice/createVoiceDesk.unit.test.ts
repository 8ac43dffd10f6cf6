import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import type { VoiceHeard } from '../../../backend/domain/voice/voiceState.ts';
import { MOST_TURNS } from '../../../backend/voice/dialogue/converse.ts';
import { createVoiceDesk, type VoiceDesk } from '../../../backend/voice/index.ts';
import { bookRide, openVoiceValley, VoiceCaller, type VoiceValley } from '../../support/voiceValley.ts';

const PAIR = '0242007777';
const START: VoiceHeard = { kind: 'start' };
const keys = (pressed: string): VoiceHeard => ({ kind: 'keys', keys: pressed });

const take = (voice: VoiceDesk, turn: number, heard: VoiceHeard, callId = 'call') =>
  voice.take({ callId, line: 'line', number: PAIR, turn, heard });

function later({ clock, wallClock }: VoiceValley, minutes: number): void {
  clock.moveTo(clock.now() + minutes * 60_000);
  wallClock.moveTo(wallClock.now() + minutes * 60_000);
}

const sessionOf = (valley: VoiceValley, callId = 'call') =>
  valley.store.read(SYSTEM_SCOPE, ({ voiceSessions }) => voiceSessions.find(callId));

describe('turns of a voice call', () => {
  it('the same turn again: the same answer, and nothing is done twice', async () => {
    const valley = await openVoiceValley();
    await take(valley.voice, 1, START);
    const first = await take(valley.voice, 2, keys('1950'));
    for (let i = 0; i < 8; i += 1) expect(await take(valley.voice, 2, keys('1950'))).toEqual(first);
    const attempts = await valley.store.read(SYSTEM_SCOPE, (tables) =>
      tables.riderPins.countAttempts('haru'),
    );
    expect(attempts).toBe(1);
  });

  it('the same turn with something else heard: refused, and so are a turn too far and a turn gone by', async () => {
    const { voice } = await openVoiceValley();
    await take(voice, 1, START);
    await take(voice, 2, keys('1943'));
    await take(voice, 3, keys('7'));
    const outOfOrder = { ok: false, reason: { code: 'turnOutOfOrder' } };
    expect(await take(voice, 3, keys('8'))).toMatchObject(outOfOrder);
    expect(await take(voice, 5, keys('1'))).toMatchObject(outOfOrder);
    expect(await take(voice, 1, START)).toMatchObject(outOfOrder);
    expect(await take(voice, 4, START, 'another')).toMatchObject(outOfOrder);
  });

  it('the same id from another line: nothing is said of the call that goes on, and it goes on', async () => {
    const { voice } = await openVoiceValley();
    await take(voice, 1, START);
    await take(voice, 2, keys('1943'));
    const other = { callId: 'call', line: 'other', number: PAIR };
    const unknown = { ok: false, reason: { code: 'unknownCall' } };
    expect(await voice.take({ ...other, turn: 3, heard: keys('1') })).toMatchObject(unknown);
    expect(await voice.take({ ...other, turn: 2, heard: keys('1943') })).toMatchObject(unknown);
    expect(await take(voice, 3, keys('7'))).toMatchObject({ ok: true });
  });

  it('a PIN and a year of birth: are not kept', async () => {
    const valley = await openVoiceValley();
    await valley.riders.setPin('haru', '4711', { scope: SYSTEM_SCOPE, name: 'test' }, () => true);
    await take(valley.voice, 1, START);
    await take(valley.voice, 2, keys('1943'));
    expect(JSON.stringify(await sessionOf(valley))).not.toContain('1943');
    await take(valley.voice, 3, keys('4711'));
    const session = await sessionOf(valley);
    expect(session).toMatchObject({ personId: 'haru', municipality: '07421' });
    expect(JSON.stringify(session)).not.toContain('4711');
  });

  it('ten minutes without a word: the call is over, and its next turn is refused', async () => {
    const valley = await openVoiceValley();
    await take(valley.voice, 1, START);
    later(valley, 11);
    expect(await take(valley.voice, 2, keys('1943'))).toMatchObject({ reason: { code: 'turnOutOfOrder' } });
    expect(await take(valley.voice, 1, START)).toMatchObject({ ok: true, value: { next: { do: 'listen' } } });
  });

  it('a day later: what was said is forgotten', async () => {
    const valley = await openVoiceValley();
    await take(valley.voice, 1, START);
    later(valley, 25 * 60);
    await take(valley.voice, 1, START, 'next');
    expect(await sessionOf(valley)).toBeUndefined();
    expect(await sessionOf(valley, 'next')).toBeDefined();
  });

  it('a process that died at a turn: after its claim has run out another one goes on', async () => {
    const valley = await openVoiceValley();
    await take(valley.voice, 1, START);
    const session = (await sessionOf(valley))!;
    const claimedUntil = valley.wallClock.now() + 30_000;
    await valley.store.write(SYSTEM_SCOPE, ({ voiceSessions }) =>
      voiceSessions.save({ ...session, revision: session.revision + 1, claimedUntil }),
    );
    const waits: number[] = [];
    const patient = createVoiceDesk({
      ...valley.world,
      pause: async (milliseconds) => {
        waits.push(milliseconds);
        later(valley, 0.05);
      },
    });
    expect(await take(patient, 2, keys('1943'))).toMatchObject({ value: { next: { do: 'listen' } } });
    expect(waits.length).toBeGreaterThan(5);
  });

  it('a process that never answers: whoever waits for it hands over to a person', async () => {
    const valley = await openVoiceValley();
    await take(valley.voice, 1, START);
    const session = (await sessionOf(valley))!;
    await valley.store.write(SYSTEM_SCOPE, ({ voiceSessions }) =>
      voiceSessions.save({ ...session, revision: 3, claimedUntil: valley.wallClock.now() + 30_000 }),
    );
    expect(await take(valley.voice, 2, keys('1943'))).toMatchObject({ value: { next: { do: 'person' } } });
  });

  it('the cancel was done but its answer lost: done again, the caller hears the truth and it is done once', async () => {
    const valley = await openVoiceValley();
    const { voice, store } = valley;
    await bookRide(valley, 'haru', 9);
    await take(voice, 1, START);
    await take(voice, 2, keys('1943'));
    await take(voice, 3, keys('2'));
    const before = (await sessionOf(valley))!;
    await take(voice, 4, keys('1'));
    const after = (await sessionOf(valley))!;
    await store.write(SYSTEM_SCOPE, ({ voiceSessions }) =>
      voiceSessions.save({ ...before, revision: after.revision + 1 }),
    );
    const again = await take(voice, 4, keys('1'));
    expect(JSON.stringify(again)).toContain('取り消しました');
    const events = await store.read(SYSTEM_SCOPE, (tables) => tables.events.readAfter(undefined, 1000));
    expect(events.filter(({ body }) => body.type === 'RideCancelled')).toHaveLength(1);
  });
});

describe('a call that finds no end', () => {
  it('the same key for ever: after forty turns somebody at the desk takes it', async () => {
    const valley = await openVoiceValley();
    later(valley, 120);
    await bookRide(valley, 'haru', 10);
    const caller = new VoiceCaller(valley.voice, 'call', PAIR);
    await caller.hear(START);
    let answer = await caller.hear(keys('1943'));
    for (let i = 0; i < 60 && answer.next.do === 'listen'; i += 1) answer = await caller.hear(keys('1'));
    expect(answer.next.do).toBe('person');
    expect(caller.answers).toHaveLength(MOST_TURNS + 1);
  });
});

describe('a voice line that fails', () => {
  it.each([
    ['the plan', { booking: failing() }, 4],
    ['the register', { riders: failing() }, 2],
    ['the store', { store: failing() }, 1],
  ])(
    '%s throws: the caller is put through to a person, and the fault is in the log',
    async (_, broken, turns) => {
      const valley = await openVoiceValley();
      later(valley, 120);
      await bookRide(valley, 'haru', 10);
      const caller = new VoiceCaller(createVoiceDesk({ ...valley.world, ...broken }), 'call', PAIR);
      let answer = await caller.hear(START);
      for (const pressed of ['1943', '2', '1']) {
        if (answer.next.do !== 'listen') break;
        answer = await caller.hear(keys(pressed));
      }
      expect(answer.next.do).toBe('person');
      expect(answer.say.map(({ ja }) => ja).join()).toContain('自動受付が使えません');
      expect(caller.answers).toHaveLength(turns);
      expect(valley.log.sentences('error').length).toBeGreaterThan(0);
    },
  );

  it('it failed, and nobody at the desk takes the call: a call back is owed', async () => {
    const valley = await openVoiceValley();
    later(valley, 120);
    const { reportCall } = valley.riders;
    const riders = { reportCall } as never;
    const caller = new VoiceCaller(createVoiceDesk({ ...valley.world, riders }), 'call', PAIR);
    await caller.hear(START);
    expect((await caller.hear(keys('1943'))).next.do).toBe('person');
    expect((await caller.hear({ kind: 'nobodyAnswered' })).next.do).toBe('hangUp');
    const owed = await valley.store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listOpen());
    expect(owed.map(({ reason, householdId }) => [reason, householdId])).toEqual([
      ['askedForPerson', 'pair'],
    ]);
  });
});

/** Any of its functions throws. */
function failing(): never {
  return new Proxy(
    {},
    {
      get: () => async () => {
        throw new Error('out of order');
      },
    },
  ) as never;
}
