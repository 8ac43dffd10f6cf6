import { HABIT_DAYS_BACK, listToSay, readUsualRides } from '../booking/index.ts';
import { VOICE_ACTOR } from '../domain/account/actor.ts';
import { isOvertaken } from '../domain/callBack/callsOwed.ts';
import type { Person } from '../domain/person/person.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import { addDays, daySecondOf, type EpochMs, serviceDayOf } from '../domain/units/time.ts';
import type { VoiceState } from '../domain/voice/voiceState.ts';
import type { Tables } from '../ports/tables.ts';
import { readHousehold } from '../riders/index.ts';
import type { ComingRide, RiderFacts, VoiceFacts } from './dialogue/voiceFacts.ts';
import { officeHours } from './officeHours.ts';
import type { VoiceWorld } from './voiceWorld.ts';

/** How far ahead bookings can lie. */
const DAYS_AHEAD = 60;

/** Rides of which there is something to say: those that stand, and a way home that was rung for. */
function isComing(ride: Ride): boolean {
  if (FINAL_STATUSES.includes(ride.status) || ride.status === 'requested') return false;
  return ride.status !== 'offered' || (ride.willCall !== null && ride.willCall.readyAt !== null);
}

/** Reads the world for one step of the conversation. */
export function readFacts(
  { store, clock, deskHours }: VoiceWorld,
  number: string | null,
  state: VoiceState,
): Promise<VoiceFacts> {
  const now = clock.now();
  return store.read(VOICE_ACTOR.scope, async (tables) => {
    const members = await readHousehold(tables, { number });
    const rider = state.personId === null ? undefined : await tables.people.find(state.personId);
    const only = members.length === 1 ? members[0] : undefined;
    const onlyPin = only && (await tables.riderPins.find(only.id));
    return {
      now,
      office: officeHours(await tables.services.list(), deskHours, now),
      hasNumber: number !== null,
      memberCount: members.length,
      onlyMemberWithPin: onlyPin && only ? only.id : null,
      rider: rider ? await readRider(tables, rider, state, now) : null,
    };
  });
}

async function readRider(
  tables: Tables,
  person: Person,
  { place }: VoiceState,
  now: EpochMs,
): Promise<RiderFacts> {
  const today = serviceDayOf(now);
  const rides = await tables.rides.listByPerson(
    person.id,
    addDays(today, -HABIT_DAYS_BACK),
    addDays(today, DAYS_AHEAD),
  );
  return {
    rides: await readComing(tables, rides, now),
    usual: await readUsualRides(tables, person, rides, now),
    owed: await readOwed(tables, person, rides, now),
    asked: place.at === 'offers' ? await readAsked(tables, place.rideId, now) : null,
  };
}

async function readComing(
  tables: Tables,
  rides: readonly Ride[],
  now: EpochMs,
): Promise<readonly ComingRide[]> {
  const today = serviceDayOf(now);
  const second = daySecondOf(today, now);
  const coming = rides.filter((ride) => ride.day >= today && isComing(ride));
  const onTheRoad = coming.some((ride) => ride.day === today && ride.shiftId !== null);
  const schedules = onTheRoad ? await tables.days.listSchedules(today) : [];
  const left = new Set(
    schedules.filter(({ departure }) => departure <= second).map(({ shiftId }) => shiftId),
  );
  const secondOf = (ride: Ride) => ride.scheduled.pickup ?? ride.requested.second;
  return [...coming]
    .sort((a, b) => (a.day === b.day ? secondOf(a) - secondOf(b) : a.day < b.day ? -1 : 1))
    .map((ride) => ({
      ride,
      isUnderWay: ride.day === today && ride.shiftId !== null && left.has(ride.shiftId),
    }));
}

async function readOwed(
  tables: Tables,
  person: Person,
  rides: readonly Ride[],
  now: EpochMs,
): Promise<RiderFacts['owed']> {
  const open = await tables.callBacks.listOpenOf(person.householdId);
  return (await listToSay(tables, open))
    .filter(({ personId }) => personId === person.id)
    .map((call) => ({ call, ride: rides.find(({ id }) => id === call.rideId) }))
    .filter(({ call, ride }) => call.dueAt <= now && !isOvertaken(call, ride, now));
}

async function readAsked(tables: Tables, rideId: string, now: EpochMs): Promise<RiderFacts['asked']> {
  const ride = await tables.rides.find(rideId);
  if (!ride) return null;
  const offers = await tables.offers.listByRide(rideId);
  return { ride, offers: offers.filter(({ state, expiresAt }) => state === 'open' && expiresAt > now) };
}
