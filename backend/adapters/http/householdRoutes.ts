import { HABIT_DAYS_BACK, readUsualRides, type UsualRide, usualSentence } from '../../booking/index.ts';
import type { HouseholdCard, UsualRideView } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Person } from '../../domain/person/person.ts';
import { FINAL_STATUSES, type Ride } from '../../domain/ride/ride.ts';
import { addDays, clockText, serviceDayOf } from '../../domain/units/time.ts';
import { cardStamp, lastCardDay } from '../views/cardStamp.ts';
import { personView } from '../views/personView.ts';
import { canSeePerson } from '../views/reader.ts';
import { readRideViews } from '../views/rideView.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { idOf } from './queryInput.ts';

/** The card of whoever calls. */
export const householdRoutes = {
  'GET /api/v1/people/:id/card': readCard,
};

async function readCard(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownPerson');
  const scope = accountScopeOf(call);
  const now = call.deps.clock.now();
  const today = serviceDayOf(now);
  const card = await call.deps.store.read(scope, async (tables): Promise<HouseholdCard> => {
    const person = await tables.people.find(id);
    if (!person || !canSeePerson(scope, person)) throw new Refused({ code: 'unknownPerson' });
    const household = await tables.people.listByHousehold(person.householdId);
    const since = addDays(today, -HABIT_DAYS_BACK);
    const rides = await tables.rides.listByPerson(id, since, lastCardDay(today));
    const bestHours = (await tables.contactWishes.find(id))?.bestHours ?? null;
    return {
      person: personView(person),
      ridesStamp: cardStamp(rides, today),
      bestHours: bestHours && { ...bestHours },
      members: household.filter((one) => isOther(one, person) && canSeePerson(scope, one)).map(personView),
      today: await readRideViews(
        tables,
        inOrder(rides.filter(({ day, status }) => day === today && status !== 'denied')),
        scope,
      ),
      next: await readRideViews(
        tables,
        inOrder(rides.filter(({ day, status }) => day > today && !FINAL_STATUSES.includes(status))),
        scope,
      ),
      usual: (await readUsualRides(tables, person, rides, now)).map(usualView),
    };
  });
  return answer(card);
}

function isOther(one: Person, person: Person): boolean {
  return one.id !== person.id;
}

function inOrder(rides: readonly Ride[]): readonly Ride[] {
  const secondOf = (ride: Ride) => ride.scheduled.pickup ?? ride.requested.second;
  return [...rides].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : secondOf(a) - secondOf(b)));
}

function usualView(usual: UsualRide): UsualRideView {
  const { kind, second } = usual.requested;
  const { requested: _requested, wayHome, day, weekdays, needs, party, ...rest } = usual;
  return {
    ...rest,
    time: { kind, day, at: clockText(second) },
    weekdays: [...weekdays],
    needs: [...needs],
    party: { ...party },
    ...(wayHome ? { return: returnTime(wayHome) } : {}),
    sentence: usualSentence(usual),
  };
}

function returnTime(wayHome: NonNullable<UsualRide['wayHome']>): NonNullable<UsualRideView['return']> {
  return 'second' in wayHome ? { kind: wayHome.kind, at: clockText(wayHome.second) } : wayHome;
}
