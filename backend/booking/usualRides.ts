import type { Person } from '../domain/person/person.ts';
import type { RidePlace } from '../domain/place/place.ts';
import { placeSaidOf } from '../domain/ride/placeSaidOf.ts';
import type { PlaceSaid } from '../domain/ride/requestInput.ts';
import type { RequestedTime, Ride, RideStatus } from '../domain/ride/ride.ts';
import { distanceMetres } from '../domain/units/coordinates.ts';
import { addDays, type DaySecond, type ServiceDay, weekdayOf } from '../domain/units/time.ts';

/** A ride that somebody usually takes, ready to be asked for again. */
export interface UsualRide {
  /** `habit`: from history. `wayHome`: from where the rider was last set down today. */
  readonly kind: 'habit' | 'wayHome';
  readonly from: PlaceSaid;
  readonly fromName: string;
  readonly to: PlaceSaid;
  readonly toName: string;
  readonly requested: RequestedTime;
  /** The next day on which it is usual. */
  readonly day: ServiceDay;
  /** Weekdays on which it is taken most, 0 = Sunday, in order. */
  readonly weekdays: readonly number[];
  readonly party: Pick<Ride['party'], 'companions' | 'attendants' | 'children' | 'luggage'>;
  /** On top of those kept with the person. */
  readonly needs: Ride['party']['needs'];
  /** How the rider usually comes home from there on the same day; null where that is not known. */
  readonly wayHome: RequestedTime | { readonly kind: 'willCall' } | null;
  readonly count: number;
  readonly lastDay: ServiceDay;
}

/** What the habits are read from. */
export interface RideHistory {
  readonly person: Person;
  /** The rider's rides of about a year, those of today and to come too. */
  readonly rides: readonly Ride[];
  /** Is the boarding point with this id still there? */
  readonly isKnownPoint: (id: string) => boolean;
  readonly today: ServiceDay;
  readonly nowSecond: DaySecond;
}

const MOST_PATTERNS = 3;
/** A ride of so many days ago says half as much about tomorrow. */
const HALF_LIFE_DAYS = 60;
/** Times are rounded so that 9:25 and 9:35 are one habit. */
const HABIT_SECONDS = 1800;
/** A home that lies farther from the door of an old ride than this is another home. */
const SAME_DOOR_METRES = 100;
/** A weekday belongs to a habit when it has at least this share of its rides. */
const WEEKDAY_SHARE = 0.2;

/** Rides that say something about habits: taken, or booked and standing. */
const MEANT: readonly RideStatus[] = ['booked', 'assigned', 'vehicleArrived', 'onBoard', 'done', 'noShow'];

/**
 * Up to three rides that somebody will probably ask for, the likeliest first: from, to and time of past rides, scored
 * by how often and how lately; a way home belongs to its way there. Whoever is out today is first offered the way on from where they were set down. Places
 * that the rider no longer has are left out.
 */
export function usualRides(history: RideHistory): readonly UsualRide[] {
  const { today } = history;
  const meant = history.rides.filter((ride) => MEANT.includes(ride.status) && areStillThere(ride, history));
  const past = meant.filter((ride) => ride.day <= today && !isWayHome(ride, meant));
  const patterns = [...groupHabits(past).values()]
    .map((rides) => ({ score: scoreOf(rides, today), rides }))
    .sort((a, b) => b.score - a.score || compareRides(a.rides[0]!, b.rides[0]!));
  const habits = patterns.map(({ rides }) => habitOf(rides, meant, history));
  const standing = meant.filter((ride) => ride.day >= today);
  const open = habits.filter((habit) => !isBooked(habit, standing));
  const onward = wayOn(meant, history);
  return [...(onward ? [onward] : []), ...open].slice(0, MOST_PATTERNS);
}

function groupHabits(rides: readonly Ride[]): Map<string, Ride[]> {
  const groups = new Map<string, Ride[]>();
  for (const ride of rides) {
    const half = Math.round(ride.requested.second / HABIT_SECONDS);
    const key = [ride.from.id, ride.to.id, ride.requested.kind, half].join('|');
    groups.set(key, [...(groups.get(key) ?? []), ride]);
  }
  return groups;
}

/** Each ride counts half as much for every two months it lies back. */
function scoreOf(rides: readonly Ride[], today: ServiceDay): number {
  return rides.reduce((sum, { day }) => sum + 0.5 ** (daysBetween(day, today) / HALF_LIFE_DAYS), 0);
}

function habitOf(
  rides: readonly Ride[],
  meant: readonly Ride[],
  { person, today, nowSecond }: RideHistory,
): UsualRide {
  const latest = [...rides].sort(compareRides)[0]!;
  const weekdays = habitualWeekdays(rides);
  const requested = { kind: latest.requested.kind, second: latest.requested.second };
  return {
    ...endsOf(latest, latest.personId),
    kind: 'habit',
    requested,
    day: nextDay(weekdays, today, requested.second > nowSecond),
    weekdays,
    ...companyOf(latest, person.needs),
    wayHome: wayHomeOf(latest, meant),
    count: rides.length,
    lastDay: latest.day,
  };
}

function endsOf({ from, to }: Pick<Ride, 'from' | 'to'>, personId: string) {
  return {
    from: placeSaidOf(from, personId)!,
    fromName: from.name,
    to: placeSaidOf(to, personId)!,
    toName: to.name,
  };
}

function companyOf({ party }: Ride, ownNeeds: Person['needs']): Pick<UsualRide, 'party' | 'needs'> {
  const { companions, attendants, children, luggage } = party;
  const needs = party.needs.filter((need) => !ownNeeds.includes(need));
  return { party: { companions, attendants, children, luggage }, needs };
}

/** The weekdays with a fair share of the rides, in order. */
function habitualWeekdays(rides: readonly Ride[]): readonly number[] {
  const counts = new Array<number>(7).fill(0);
  for (const { day } of rides) counts[weekdayOf(day)]! += 1;
  return counts.flatMap((count, weekday) => (count / rides.length >= WEEKDAY_SHARE ? [weekday] : []));
}

/** Today where the hour is still to come, else the next of the weekdays; tomorrow where there is no habit of any. */
function nextDay(weekdays: readonly number[], today: ServiceDay, canBeToday: boolean): ServiceDay {
  for (let ahead = canBeToday ? 0 : 1; ahead <= 7; ahead++) {
    const day = addDays(today, ahead);
    if (weekdays.includes(weekdayOf(day))) return day;
  }
  return addDays(today, 1);
}

/** A habit whose next ride is booked already need not be offered. */
function isBooked(habit: UsualRide, standing: readonly Ride[]): boolean {
  return standing.some(
    (ride) =>
      ride.day === habit.day &&
      ride.to.name === habit.toName &&
      ride.from.name === habit.fromName &&
      Math.abs(ride.requested.second - habit.requested.second) <= HABIT_SECONDS,
  );
}

/** The way home from where the rider is set down today, where none is booked. */
function wayOn(meant: readonly Ride[], history: RideHistory): UsualRide | undefined {
  const { person, today, nowSecond } = history;
  const todays = meant.filter(({ day }) => day === today).sort(compareRides);
  const last = todays[0];
  if (!last || endsNearerHome(last, person)) return undefined;
  const arrival = last.performed.dropoff ?? last.scheduled.dropoff ?? last.requested.second;
  const leave = Math.max(arrival, nowSecond + HABIT_SECONDS);
  const past = meant.filter((ride) => ride.from.id === last.to.id && ride.to.id === last.from.id);
  const second = past.sort(compareRides)[0]?.requested.second ?? 0;
  return {
    ...endsOf({ from: last.to, to: last.from }, person.id),
    kind: 'wayHome',
    requested: { kind: 'departAfter', second: Math.ceil(Math.max(second, leave) / 300) * 300 },
    day: today,
    weekdays: [weekdayOf(today)],
    ...companyOf(last, person.needs),
    wayHome: null,
    count: past.length,
    lastDay: past[0]?.day ?? last.day,
  };
}

/** Was it the way home already? Many are set down at a point near their house, not at the door. */
function endsNearerHome({ from, to }: Ride, { id, home }: Person): boolean {
  if (to.id === `door:${id}`) return true;
  return distanceMetres(to.coordinates, home) < distanceMetres(from.coordinates, home);
}

/** Linked to its way there, or taken the other way round later on the same day. */
function isWayHome(ride: Ride, rides: readonly Ride[]): boolean {
  return ride.returnOf !== null || rides.some((other) => leadsHomeFrom(other, ride));
}

function leadsHomeFrom(outbound: Ride, ride: Ride): boolean {
  return (
    outbound.day === ride.day &&
    outbound.to.id === ride.from.id &&
    outbound.from.id === ride.to.id &&
    outbound.requested.second < ride.requested.second
  );
}

function wayHomeOf(outbound: Ride, meant: readonly Ride[]): UsualRide['wayHome'] {
  const home = meant.find((ride) => ride.returnOf === outbound.id || leadsHomeFrom(outbound, ride));
  if (!home) return null;
  const { kind, second } = home.requested;
  return home.willCall ? { kind: 'willCall' } : { kind, second };
}

/** Are both ends places that the rider still has: the present home, boarding points that stand? */
function areStillThere(ride: Ride, { person, isKnownPoint }: RideHistory): boolean {
  return [ride.from, ride.to].every((place) => isStillThere(place, person, isKnownPoint));
}

function isStillThere(place: RidePlace, person: Person, isKnownPoint: (id: string) => boolean): boolean {
  if (place.id === `door:${person.id}`) {
    return distanceMetres(place.coordinates, person.home) <= SAME_DOOR_METRES;
  }
  if (place.id.startsWith('door:')) return false;
  return place.id.startsWith('at:') || isKnownPoint(place.id);
}

/** Latest first. */
function compareRides(a: Ride, b: Ride): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return b.requested.second - a.requested.second || (a.id < b.id ? -1 : 1);
}

function daysBetween(from: ServiceDay, to: ServiceDay): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
