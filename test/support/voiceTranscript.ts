import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { aboutRide } from '../../backend/domain/callBack/callsOwed.ts';
import { normalisePhone } from '../../backend/domain/person/phoneNumber.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { addDays, momentOf } from '../../backend/domain/units/time.ts';
import type { VoiceAnswer, VoiceHeard } from '../../backend/domain/voice/voiceState.ts';
import { sampleRide } from './sampleRows.ts';
import { VALLEY_DAY, valleyRequest } from './smallValley.ts';
import { bookRide, openVoiceValley, VoiceCaller, type VoiceValley } from './voiceValley.ts';

/** One line of a transcript: `caller 1943`. */
interface Line {
  readonly who: string;
  readonly words: string;
  readonly number: number;
}

function readLines(text: string): readonly Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => {
      const [who = '', ...rest] = line.split(/\s+/);
      return { who, words: rest.join(' '), number };
    });
}

/**
 * Plays a written call against the voice line over a real little region.
 *
 * `given`, `meanwhile`: what the world is or becomes · `rings`: the number, or `withheld` · `caller`: keys, words,
 * `(silent)`, `(hangs up)`, `(nobody answers)` · `system`: words of the last answer, in their order · `never`: words that
 * were not said in the whole call · `next`: `listen`, `person` or `hangUp` · `then`: what came of it.
 * @throws Error with the line that does not hold
 */
export async function playTranscript(text: string): Promise<void> {
  const play = new Play(await openVoiceValley());
  for (const line of readLines(text)) {
    try {
      await play.take(line);
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      throw new Error(`line ${line.number}: ${line.who} ${line.words}\n${why}\n${play.soFar}`, {
        cause: fault,
      });
    }
  }
}

class Play {
  #caller: VoiceCaller | undefined;
  #answer: VoiceAnswer | undefined;
  /** What of the last answer was not matched yet. */
  #rest = '';
  #calls = 0;

  constructor(private readonly valley: VoiceValley) {}

  get soFar(): string {
    const answers = this.#caller?.answers ?? [];
    return answers.map(({ say, next }) => `  ${say.map(({ ja }) => ja).join(' / ')} [${next.do}]`).join('\n');
  }

  async take({ who, words }: Line): Promise<void> {
    switch (who) {
      case 'given':
      case 'meanwhile':
        return change(this.valley, words);
      case 'rings': {
        this.#calls += 1;
        const number = words === 'withheld' ? null : (normalisePhone(words) ?? null);
        this.#caller = new VoiceCaller(this.valley.voice, `call-${this.#calls}`, number);
        return this.#hear({ kind: 'start' });
      }
      case 'caller':
        return this.#hear(heardOf(words));
      case 'system': {
        const at = this.#rest.indexOf(words);
        if (at === -1) throw new Error(`not said (any more): ${this.#rest}`);
        this.#rest = this.#rest.slice(at + words.length);
        return;
      }
      case 'never':
        if (this.#caller?.saidJa.includes(words)) throw new Error('it was said');
        return;
      case 'next':
        if (this.#answer?.next.do !== words) throw new Error(`it was ${this.#answer?.next.do}`);
        return;
      case 'then':
        return checkOutcome(this.valley, words);
      default:
        throw new Error('there is no such kind of line');
    }
  }

  async #hear(heard: VoiceHeard): Promise<void> {
    if (!this.#caller) throw new Error('nobody rings');
    this.#answer = await this.#caller.hear(heard);
    const { language, say } = this.#answer;
    this.#rest = say.map((sentence) => sentence[language]).join(' ');
  }
}

function heardOf(words: string): VoiceHeard {
  if (words === '(silent)') return { kind: 'silence' };
  if (words === '(hangs up)') return { kind: 'hungUp' };
  if (words === '(nobody answers)') return { kind: 'nobodyAnswered' };
  return /^[0-9*#]+$/.test(words) ? { kind: 'keys', keys: words } : { kind: 'speech', text: words };
}

type Change = (valley: VoiceValley, ...found: string[]) => Promise<void>;

/** What may be so, or become so, by its sentence. */
const CHANGES: readonly (readonly [RegExp, Change])[] = [
  [
    /^(\w+) rides at (\d+)$/,
    async (valley, personId, hour) => {
      await bookRide(valley, personId!, Number(hour));
    },
  ],
  [
    /^(\w+) rides from D at (\d+)$/,
    async (valley, personId, hour) => {
      await bookRide(valley, personId!, Number(hour), ['D', 'A']);
    },
  ],
  [
    /^the ride of (\w+) has no vehicle any more$/,
    async ({ store }, personId) => {
      await store.write(SYSTEM_SCOPE, async ({ rides }) => {
        const [ride] = await rides.listByPerson(personId!, VALLEY_DAY, VALLEY_DAY);
        const alone = { ...ride!, status: 'booked', shiftId: null, revision: ride!.revision + 1 } as const;
        await rides.update([alone], [ride!.revision]);
      });
    },
  ],
  [
    /^(\w+) rides at (\d+) and home at (\d+)$/,
    async (valley, personId, hour, home) => {
      const ride = await bookRide(valley, personId!, Number(hour));
      const requested = { kind: 'departAfter', second: Number(home) * 3600 } as const;
      const asked = await valley.booking.requestReturn(ride.id, { kind: 'timed', requested }, SYSTEM_ACTOR);
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
    },
  ],
  [
    /^(\w+) rides at (\d+) and rings for home$/,
    async (valley, personId, hour) => {
      const ride = await bookRide(valley, personId!, Number(hour));
      const wish = { kind: 'willCall', expectedSecond: null } as const;
      const asked = await valley.booking.requestReturn(ride.id, wish, SYSTEM_ACTOR);
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      await valley.booking.bookWillCall(asked.value.ride.id, SYSTEM_ACTOR);
    },
  ],
  [
    /^(\w+) usually goes to D at (\d+)( and home at (\d+)| and rings for home)?$/,
    async (valley, personId, hour, home, homeHour) => {
      const back = homeHour === undefined ? (home === undefined ? null : 'call') : Number(homeHour);
      await addHabit(valley, personId!, Number(hour), back);
    },
  ],
  [
    /^(\w+) has the PIN (\d{4})$/,
    async (valley, personId, pin) => {
      await valley.riders.setPin(personId!, pin!, SYSTEM_ACTOR, () => true);
    },
  ],
  [
    /^(\w+) was born in (\d{4})$/,
    async ({ store }, personId, year) => {
      await store.write(SYSTEM_SCOPE, async ({ people }) => {
        const person = (await people.find(personId!))!;
        await people.update({ ...person, birthYear: Number(year), revision: person.revision + 1 });
      });
    },
  ],
  [
    /^it is (\d+):(\d\d)$/,
    async ({ clock, wallClock }, hour, minute) => {
      const at = momentOf(VALLEY_DAY, Number(hour) * 3600 + Number(minute) * 60);
      clock.moveTo(at);
      wallClock.moveTo(at);
    },
  ],
  [
    /^a call is owed to (\w+): (eveningBefore|promiseBroken|promiseRestored|rideUnassigned|placeFree)$/,
    async ({ store, clock }, personId, reason) => {
      await store.write(SYSTEM_SCOPE, async ({ rides, callBacks }) => {
        const [ride] = await rides.listByPerson(personId!, VALLEY_DAY, VALLEY_DAY);
        const owed = { ...aboutRide(ride!), reason: reason as 'eveningBefore', dueAt: clock.now() };
        await callBacks.owe([owed], clock.now());
      });
    },
  ],
  [
    /^an operator rings (\w+)$/,
    async ({ store, clock }, householdId) => {
      const claim = { householdId: householdId!, accountId: 'aya', displayName: '彩' };
      await store.write(SYSTEM_SCOPE, ({ callBacks }) =>
        callBacks.take({ ...claim, until: clock.now() + 300_000 }, clock.now()).then(() => {}),
      );
    },
  ],
  [
    /^the desk cancels the ride of (\w+)$/,
    async (valley, personId) => {
      const [ride] = await ridesOf(valley, personId!);
      await valley.booking.cancel(ride!.id, 'riderAsked', SYSTEM_ACTOR);
    },
  ],
  [
    /^the desk changes the ride of (\w+) to (\d+)$/,
    async (valley, personId, hour) => {
      const [ride] = await ridesOf(valley, personId!);
      const requested = { kind: 'departAfter', second: Number(hour) * 3600 } as const;
      const wish = valleyRequest({ personId: personId!, requested, replaces: ride!.id });
      const asked = await valley.booking.request(wish, SYSTEM_ACTOR);
      if (!asked.ok) throw new Error(asked.reason.rejection.code);
      await valley.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
    },
  ],
  [
    /^the first offer of (\w+) is gone$/,
    async ({ store }, personId) => {
      await store.write(SYSTEM_SCOPE, async ({ rides, offers }) => {
        const [ride] = (await rides.listByPerson(personId!, VALLEY_DAY, addDays(VALLEY_DAY, 30))).filter(
          ({ status }) => status === 'offered',
        );
        const [first] = await offers.listByRide(ride!.id);
        await offers.close(first!.id, 'withdrawn');
      });
    },
  ],
  [
    /^the vehicle of (\w+) (arrives|boards)$/,
    async ({ store }, personId, what) => {
      await store.write(SYSTEM_SCOPE, async ({ rides }) => {
        const [ride] = await rides.listByPerson(personId!, VALLEY_DAY, VALLEY_DAY);
        const status = what === 'arrives' ? 'vehicleArrived' : 'onBoard';
        await rides.update([{ ...ride!, status, revision: ride!.revision + 1 }], [ride!.revision]);
      });
    },
  ],
];

async function change(valley: VoiceValley, words: string): Promise<void> {
  for (const [pattern, work] of CHANGES) {
    const found = pattern.exec(words);
    if (found) return work(valley, ...found.slice(1));
  }
  throw new Error('the world cannot be so');
}

/** Ten weeks of rides from the door to D on the weekday of the valley's day. */
async function addHabit(
  { store }: VoiceValley,
  personId: string,
  hour: number,
  home: number | 'call' | null,
) {
  const door = sampleRide().from;
  const from = { ...door, id: `door:${personId}`, name: 'ご自宅', coordinates: { lon: 139.7, lat: 37.5 } };
  const to = { ...door, id: 'D', name: 'D集会所', coordinates: { lon: 139.73, lat: 37.5 } };
  const party = { riders: 1, companions: 0, attendants: 0, children: 0, luggage: 0, needs: [] } as const;
  const rides = Array.from({ length: 10 }, (_, week): Ride[] => {
    const day = addDays(VALLEY_DAY, -7 * (week + 1));
    const there = sampleRide({
      id: `there-${week}`,
      status: 'done',
      personId,
      day,
      from,
      to,
      party,
      requested: { kind: 'arriveBy', second: hour * 3600 },
    });
    if (home === null) return [there];
    const second = home === 'call' ? (hour + 2) * 3600 : home * 3600;
    const back = sampleRide({
      ...there,
      id: `home-${week}`,
      from: to,
      to: from,
      returnOf: there.id,
      requested: { kind: 'departAfter', second },
      willCall: home === 'call' ? { expectedSecond: second, readyAt: null, readyBy: null } : null,
    });
    return [there, back];
  }).flat();
  await store.write(SYSTEM_SCOPE, ({ rides: table }) => table.insertMany(rides));
}

function ridesOf({ store }: VoiceValley, personId: string): Promise<readonly Ride[]> {
  return store.read(SYSTEM_SCOPE, ({ rides }) =>
    rides.listByPerson(personId, VALLEY_DAY, addDays(VALLEY_DAY, 30)),
  );
}

async function checkOutcome(valley: VoiceValley, words: string): Promise<void> {
  const { store } = valley;
  const statuses = /^rides of (\w+): (.*)$/.exec(words);
  if (statuses) {
    const rides = (await ridesOf(valley, statuses[1]!)).map(({ status }) => status).sort();
    const wanted = statuses[2]!.split(/, ?/).filter((status) => status !== 'none');
    if (rides.join() !== wanted.sort().join()) throw new Error(`they are ${rides.join(', ') || 'none'}`);
    return;
  }
  const hand = /^the ride of (\w+) was ended by (\w+)$/.exec(words);
  if (hand) {
    const [ride] = await ridesOf(valley, hand[1]!);
    if (ride?.endedBy?.kind !== hand[2]) throw new Error(`it was ${ride?.endedBy?.kind ?? 'nobody'}`);
    return;
  }
  const calls = /^calls owed: (.*)$/.exec(words);
  if (calls) {
    const open = await store.read(SYSTEM_SCOPE, ({ callBacks }) => callBacks.listOpen());
    const found = open.map(({ personId, reason }) => `${personId} ${reason}`).join(', ') || 'none';
    if (found !== calls[1]) throw new Error(`they are ${found}`);
    return;
  }
  const note = /^the desk reads: (.*)$/.exec(words);
  if (note) {
    const { voiceNote } = await import('../../backend/voice/index.ts');
    const seen = await store.read(SYSTEM_SCOPE, async (tables) => {
      const [rung] = await tables.calls.listChangedSince(0);
      const session = rung && (await tables.voiceSessions.find(rung.id));
      return session ? voiceNote(session).ja : 'nothing';
    });
    if (!seen.includes(note[1]!)) throw new Error(`it reads ${seen}`);
    return;
  }
  const shown = /^the desk shows the call as (\w+)$/.exec(words);
  if (shown) {
    const [rung] = await store.read(SYSTEM_SCOPE, (tables) => tables.calls.listChangedSince(0));
    if (rung?.state !== shown[1]) throw new Error(`it shows ${rung?.state ?? 'nothing'}`);
    return;
  }
  const logged = /^the log has (\w+) by voice$/.exec(words);
  if (logged) {
    const events = await store.read(SYSTEM_SCOPE, ({ events: log }) => log.readAfter(undefined, 10_000));
    const own = events.filter(({ actor }) => actor === 'voice').map(({ body }) => body.type);
    if (!own.includes(logged[1] as (typeof own)[number])) throw new Error(`it has ${own.join(', ')}`);
    return;
  }
  throw new Error('that cannot be checked');
}
