import {
  type CallCard,
  type CallsAnswer,
  callReportSchema,
  claimStationSchema,
  confirmCallSchema,
  type StationAnswer,
  saveNumberSchema,
} from '../../contract/index.ts';
import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { hasPhone, type Person } from '../../domain/person/person.ts';
import { normalisePhone } from '../../domain/person/phoneNumber.ts';
import { addDays, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { listDeskCalls, readHousehold } from '../../riders/index.ts';
import { voiceNote } from '../../voice/index.ts';
import { callView } from '../views/callView.ts';
import { personView } from '../views/personView.ts';
import { canSeePerson } from '../views/reader.ts';
import { readRideViews } from '../views/rideView.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { demandLine } from './demandLine.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** So many days ahead a caller's rides are shown. */
const RIDE_DAYS = 31;

/** Telephone systems report calls; the desk opens them. */
export const telephonyRoutes = {
  'POST /api/v1/telephony/calls': reportCall,
  'GET /api/v1/telephony/calls': listCalls,
  'POST /api/v1/telephony/calls/:id/confirm': confirmCall,
  'POST /api/v1/telephony/calls/:id/number': saveNumber,
  'POST /api/v1/telephony/calls/:id/close': closeCall,
  'GET /api/v1/telephony/stations': readStation,
  'POST /api/v1/telephony/stations': claimStation,
};

async function reportCall(call: Call): Promise<Reply> {
  demandLine(call);
  const { id, state, number, station, operator, line } = parseInput(callReportSchema, call.body);
  const report = { id, state, number: normalisePhone(number ?? '') ?? null, line, station };
  await call.deps.riders.reportCall(report, operator);
  return { status: 202, body: {} };
}

async function listCalls(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  const calls = await call.deps.store.read(scope, async (tables) => {
    const onScreen = await listDeskCalls(tables, scope.accountId, call.deps.wallClock.now());
    const views = [];
    for (const one of onScreen) views.push(await readCallView(call, tables, one));
    return views;
  });
  const view: CallsAnswer = { calls };
  return answer(view);
}

async function confirmCall(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownCall');
  const { saidName, personId, caller } = parseInput(confirmCallSchema, call.body);
  const heard = { saidName: saidName ?? null, personId: personId ?? null, callerKind: caller ?? null };
  const scope = accountScopeOf(call);
  const opened = await call.deps.riders.confirmCall(id, heard, actorOf(call), (person) =>
    canSeePerson(scope, person),
  );
  if (!opened.ok) throw new Refused(opened.reason);
  return answer(await readCard(call, opened.value.call, opened.value.people));
}

async function saveNumber(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownCall');
  const { personId } = parseInput(saveNumberSchema, call.body);
  const scope = accountScopeOf(call);
  const saved = await call.deps.riders.saveCallNumber(id, personId, actorOf(call), (person) =>
    canSeePerson(scope, person),
  );
  if (!saved.ok) throw new Refused(saved.reason);
  return answer(await readCard(call, saved.value.call, saved.value.people));
}

async function closeCall(call: Call): Promise<Reply> {
  const closed = await call.deps.riders.closeCall(idOf(call.params.id, 'unknownCall'), actorOf(call));
  if (!closed.ok) throw new Refused(closed.reason);
  return { status: 204 };
}

async function readStation(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  const station = await call.deps.store.read(scope, ({ calls }) => calls.findStationOf(scope.accountId));
  const view: StationAnswer = { station: station ?? null };
  return answer(view);
}

async function claimStation(call: Call): Promise<Reply> {
  const { station } = parseInput(claimStationSchema, call.body);
  const scope = accountScopeOf(call);
  const now = call.deps.clock.now();
  await call.deps.store.write(scope, ({ calls }) => calls.claimStation(station, scope.accountId, now));
  const view: StationAnswer = { station };
  return answer(view);
}

/** A call with how many people the account would see behind its number; nothing about them. */
async function readCallView(call: Call, tables: Tables, one: PhoneCall) {
  const scope = accountScopeOf(call);
  const household = (await readHousehold(tables, one)).filter((person) => canSeePerson(scope, person));
  const session = await tables.voiceSessions.find(one.id);
  return callView(one, household.length, scope.accountId, session ? voiceNote(session) : null);
}

function readCard(call: Call, one: PhoneCall, people: readonly Person[]): Promise<CallCard> {
  const today = serviceDayOf(call.deps.clock.now());
  return call.deps.store.read(accountScopeOf(call), async (tables) => {
    const rides = [];
    for (const person of people) {
      rides.push(...(await tables.rides.listByPerson(person.id, today, addDays(today, RIDE_DAYS))));
    }
    const about = people.find(({ id }) => id === one.personId);
    const { number } = one;
    return {
      call: await readCallView(call, tables, one),
      people: people.map(personView),
      rides: await readRideViews(tables, rides, accountScopeOf(call)),
      canSaveNumber: number !== null && about !== undefined && !hasPhone(about, number),
    };
  });
}
