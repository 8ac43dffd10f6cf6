import { VOICE_ACTOR } from '../domain/account/actor.ts';
import { StaleWrite } from '../domain/fault/staleWrite.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { serviceDayOf } from '../domain/units/time.ts';
import {
  VOICE_CLAIM_MS,
  VOICE_KEPT_MS,
  VOICE_SESSION_MS,
  type VoiceSession,
} from '../domain/voice/voiceSession.ts';
import type { VoiceAnswer } from '../domain/voice/voiceState.ts';
import { ask, hear, NEW_CALL, type VoiceStep } from './dialogue/converse.ts';
import { readFacts } from './readFacts.ts';
import { runErrand } from './runErrand.ts';
import type { VoiceDesk, VoiceTurn } from './voiceDesk.ts';
import type { VoiceWorld } from './voiceWorld.ts';

/** How long a repeated request waits for the answer of the first, and how often it looks. */
const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 100;
/** Questions and errands of one turn; more would be a conversation with itself. */
const MOST_STEPS = 24;

const FAILED: SpokenText = {
  ja: '申し訳ありません。ただいま自動受付が使えません。係におつなぎします。',
  en: 'We are sorry, the automatic line does not work now. We put you through to somebody.',
};

/** The voice line over a world. */
export function createVoiceDesk(world: VoiceWorld): VoiceDesk {
  return {
    async take(turn) {
      try {
        const claimed = await claim(world, turn);
        if (!claimed.ok) return claimed;
        if ('answer' in claimed.value) return success(claimed.value.answer);
        return success(await conduct(world, claimed.value.session, turn));
      } catch (err) {
        world.log.error({ err, callId: turn.callId }, 'the voice line failed; the call goes to a person');
        return success(handOver(turn));
      }
    },
  };
}

/** Nothing works: the telephone system puts the call through. */
function handOver({ turn }: VoiceTurn): VoiceAnswer {
  return { turn, language: 'ja', say: [FAILED], next: { do: 'person' } };
}

type Claimed = { readonly session: VoiceSession } | { readonly answer: VoiceAnswer };

/**
 * Takes the turn for this process, or finds its answer. A request that is repeated while the first is still at work
 * waits for it; two different ones for the same turn are not both done.
 */
async function claim(world: VoiceWorld, turn: VoiceTurn): Promise<Outcome<Claimed, Rejection>> {
  const heard = JSON.stringify(turn.heard);
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const now = world.wallClock.now();
    const { session, isFree, revision } = await readSession(world, turn, now);
    // Two telephone systems may count their calls alike: nobody goes on with another's.
    if (session && session.line !== turn.line) return refusal({ code: 'unknownCall', field: 'id' });
    if (session?.turn === turn.turn) return sameTurn(session, heard);
    if (turn.turn !== (session?.turn ?? 0) + 1) return refusal({ code: 'turnOutOfOrder', field: 'turn' });
    if (isFree) {
      const before = session ?? newSession(turn, now);
      const claimedUntil = now + VOICE_CLAIM_MS;
      const taken = { ...before, revision: revision + 1, claimedUntil, changedAt: now };
      if (await save(world, taken, session === undefined)) return success({ session: taken });
    }
    await world.pause(LOOK_EVERY_MS);
  }
  return success({ answer: handOver(turn) });
}

async function readSession(
  { store }: VoiceWorld,
  { callId }: VoiceTurn,
  now: number,
): Promise<{ session: VoiceSession | undefined; isFree: boolean; revision: number }> {
  const found = await store.read(VOICE_ACTOR.scope, ({ voiceSessions }) => voiceSessions.find(callId));
  const session = found && now - found.changedAt <= VOICE_SESSION_MS ? found : undefined;
  const isFree = (session?.claimedUntil ?? 0) <= now;
  return { session, isFree, revision: found?.revision ?? 0 };
}

function sameTurn(session: VoiceSession, heard: string): Outcome<Claimed, Rejection> {
  const isOther = session.heard !== null && session.heard !== heard;
  if (isOther || !session.answer) return refusal({ code: 'turnOutOfOrder', field: 'turn' });
  return success({ answer: session.answer });
}

function newSession({ callId, line, number }: VoiceTurn, now: number): VoiceSession {
  return {
    callId,
    revision: 0,
    line,
    number,
    personId: null,
    municipality: null,
    turn: 0,
    heard: '',
    state: NEW_CALL,
    answer: null,
    claimedUntil: null,
    beganAt: now,
    changedAt: now,
  };
}

/** @returns false when somebody else was first */
async function save({ store }: VoiceWorld, session: VoiceSession, isNew: boolean): Promise<boolean> {
  try {
    await store.write(VOICE_ACTOR.scope, async ({ voiceSessions }) => {
      if (isNew) await voiceSessions.forget(session.changedAt - VOICE_KEPT_MS);
      await voiceSessions.save(session);
    });
    return true;
  } catch (fault) {
    if (fault instanceof StaleWrite) return false;
    throw fault;
  }
}

/** What was heard, unless it was to be a secret. */
function keptWords({ state }: VoiceSession, { heard }: VoiceTurn): string | null {
  const isSecret = heard.kind !== 'start' && ['year', 'name', 'pin'].includes(state.place.at);
  return isSecret ? null : JSON.stringify(heard);
}

/** Holds the conversation for one turn and keeps where it then stands. */
async function conduct(world: VoiceWorld, session: VoiceSession, turn: VoiceTurn): Promise<VoiceAnswer> {
  const { state, say, next } = await converseOrHandOver(world, session, turn);
  const answer = { turn: turn.turn, language: state.language, say, next };
  const person = await noteReader(world, session, state.personId);
  const after = {
    ...session,
    revision: session.revision + 1,
    personId: state.personId,
    municipality: person?.municipality ?? session.municipality,
    turn: turn.turn,
    heard: keptWords(session, turn),
    state,
    answer,
    claimedUntil: null,
    changedAt: world.wallClock.now(),
  };
  // Who comes too late, because the turn took longer than its claim, must not say something else than the other.
  if (!(await save(world, after, false))) return handOver(turn);
  if (next.do === 'person') await tellDesk(world, turn, 'ringing');
  else if (session.state.end === 'person') await tellDesk(world, turn, 'ended');
  return answer;
}

/** A conversation that fails ends with a person, and stays so if the telephone system asks again. */
async function converseOrHandOver(
  world: VoiceWorld,
  session: VoiceSession,
  turn: VoiceTurn,
): Promise<Settled> {
  try {
    return await converse(world, session, turn);
  } catch (err) {
    world.log.error({ err, callId: turn.callId }, 'the voice line failed; the call goes to a person');
    return { state: { ...session.state, end: 'person' }, say: [FAILED], next: { do: 'person' } };
  }
}

type Settled = VoiceStep & { readonly next: VoiceAnswer['next'] };

async function converse(world: VoiceWorld, session: VoiceSession, turn: VoiceTurn): Promise<Settled> {
  const factsOf = (state: VoiceSession['state']) => readFacts(world, session.number, state);
  let step = hear(session.state, turn.heard, await factsOf(session.state));
  const said = [...step.say];
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const { state, next } = step;
    if (next.do === 'ask') {
      step = ask(state, await factsOf(state));
    } else if (next.do === 'errand') {
      const call = { callId: session.callId, number: session.number, personId: state.personId };
      const result = await runErrand(world, next.errand, call);
      step = hear(state, { kind: 'done', result }, await factsOf(state));
    } else {
      return { state, say: said, next };
    }
    said.push(...step.say);
  }
  throw new Error('The conversation found no end.');
}

/** Who is read whose data on a call stands in the log, as at the desk. */
async function noteReader({ store, clock }: VoiceWorld, session: VoiceSession, personId: string | null) {
  if (personId === null || personId === session.personId) return undefined;
  return store.write(VOICE_ACTOR.scope, async ({ people, events }) => {
    const person = await people.find(personId);
    if (!person) return undefined;
    await events.append([
      {
        occurredAt: clock.now(),
        day: serviceDayOf(clock.now()),
        rideId: null,
        shiftId: null,
        municipality: person.municipality,
        personId,
        actor: VOICE_ACTOR.name,
        body: { type: 'RiderRead', callId: session.callId },
      },
    ]);
    return person;
  });
}

/** A call that is handed over rings on the desk's screens, whether or not the telephone system reports it. */
async function tellDesk(
  { riders, log }: VoiceWorld,
  { callId, number, line }: VoiceTurn,
  state: 'ringing' | 'ended',
): Promise<void> {
  try {
    await riders.reportCall({ id: callId, state, number, line, station: null }, null);
  } catch (err) {
    log.error({ err, callId }, 'a call that was handed over is not shown as it is');
  }
}
