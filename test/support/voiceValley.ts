import { openMemoryStore } from '../../backend/adapters/memory/index.ts';
import { createCallDesk, createWaitlist } from '../../backend/booking/index.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { TimeWindow } from '../../backend/domain/units/time.ts';
import type { VoiceAnswer, VoiceHeard } from '../../backend/domain/voice/voiceState.ts';
import { createRiders, type Riders } from '../../backend/riders/index.ts';
import { FakeClock } from '../../backend/simulation/index.ts';
import { createVoiceDesk, type VoiceDesk, type VoiceWorld } from '../../backend/voice/index.ts';
import { QUICK_HASHER } from './quickHasher.ts';
import { RecordedLog } from './recordedLog.ts';
import { samplePerson } from './sampleRows.ts';
import { openValley, type Valley, type ValleyGiven, valleyRequest } from './smallValley.ts';

/** The valley with a voice line: a couple under one number, somebody alone, and somebody alone with a telephone. */
export interface VoiceValley extends Valley {
  readonly wallClock: FakeClock;
  readonly riders: Riders;
  readonly voice: VoiceDesk;
  readonly world: VoiceWorld;
  readonly log: RecordedLog;
}

export const PAIR_NUMBER = '0242-00-7777';
const HOME = { lon: 139.7, lat: 37.5 };

function resident(given: Partial<Person>): Person {
  return samplePerson({ needs: [], home: HOME, ...given });
}

/** ハル (1943) and 五郎 (1940) live in one house; 初 (1951) lives alone. */
export const HARU = resident({
  id: 'haru',
  householdId: 'pair',
  familyName: '遠藤',
  familyKana: 'えんどう',
  givenName: 'ハル',
  givenKana: 'はる',
  birthYear: 1943,
  phone: PAIR_NUMBER,
});
export const GORO = resident({
  ...HARU,
  id: 'goro',
  givenName: '五郎',
  givenKana: 'ごろう',
  birthYear: 1940,
  phone: '',
});
export const HATSU = resident({
  id: 'hatsu',
  householdId: 'single',
  familyName: '星',
  familyKana: 'ほし',
  givenName: '初',
  givenKana: 'はつ',
  birthYear: 1951,
  phone: '0242-00-8888',
});

/** Opens it at 06:00 of the valley's day. */
export async function openVoiceValley(
  given: ValleyGiven & { readonly deskHours?: TimeWindow; readonly world?: Partial<VoiceWorld> } = {},
): Promise<VoiceValley> {
  const valley = await openValley({ people: [HARU, GORO, HATSU], ...given });
  const { store, clock, ids, booking } = valley;
  const log = new RecordedLog();
  const wallClock = new FakeClock(clock.now());
  const riders = createRiders({
    store,
    accounts: openMemoryStore().accounts,
    clock,
    wallClock,
    ids,
    hasher: QUICK_HASHER,
  });
  const stage = { store, planning: valley.dispatch, clock, ids };
  const world: VoiceWorld = {
    store,
    booking,
    callDesk: createCallDesk(stage, createWaitlist(stage)),
    riders,
    clock,
    wallClock,
    log,
    deskHours: given.deskHours ?? null,
    pause: async () => {},
    ...given.world,
  };
  return { ...valley, wallClock, riders, voice: createVoiceDesk(world), world, log };
}

/** Books a ride from the rider's door to D, or between two points, at a full hour. */
export async function bookRide(
  { booking }: VoiceValley,
  personId: string,
  hour: number,
  ends?: readonly [string, string],
): Promise<Ride> {
  const requested = { kind: 'departAfter', second: hour * 3600 } as const;
  const from = ends ? ({ kind: 'boardingPoint', id: ends[0] } as const) : ({ kind: 'home' } as const);
  const to = { kind: 'boardingPoint', id: ends?.[1] ?? 'D' } as const;
  const input = valleyRequest({ personId, from, to, requested });
  const asked = await booking.request(input, SYSTEM_ACTOR);
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

/** Somebody on the line: each answer is the next turn. */
export class VoiceCaller {
  #turn = 0;
  readonly answers: VoiceAnswer[] = [];

  constructor(
    private readonly voice: VoiceDesk,
    readonly callId: string,
    private readonly number: string | null,
  ) {}

  /** Digits as the number would be normalised. */
  async hear(heard: VoiceHeard): Promise<VoiceAnswer> {
    this.#turn += 1;
    const turn = { callId: this.callId, line: 'line', number: this.number, turn: this.#turn, heard };
    const taken = await this.voice.take(turn);
    if (!taken.ok) throw new Error(taken.reason.code);
    this.answers.push(taken.value);
    return taken.value;
  }

  /** Everything the line said so far, in Japanese. */
  get saidJa(): string {
    return this.answers.flatMap(({ say }) => say.map(({ ja }) => ja)).join('');
  }
}
