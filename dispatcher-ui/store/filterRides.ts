import type { RideStatusName, RideView } from '../../backend/contract/index.ts';
import { isLeftBehind } from './moveChoice.ts';
import { toHiragana } from './ownReading.ts';

/** Groups of statuses an operator looks for. */
export type RideGroup = 'all' | 'coming' | 'underWay' | 'over' | 'trouble';

const GROUPS: Readonly<Record<Exclude<RideGroup, 'all'>, readonly RideStatusName[]>> = {
  coming: ['requested', 'offered', 'booked', 'assigned', 'willCall'],
  underWay: ['vehicleArrived', 'onBoard'],
  over: ['done', 'cancelled', 'declined', 'lapsed'],
  trouble: ['denied', 'noShow', 'missed'],
};

/** Is it one of those? A ride that nobody carries any more is still to come, and needs somebody's eye. */
function isIn(group: Exclude<RideGroup, 'all'>, ride: RideView): boolean {
  return GROUPS[group].includes(ride.status) || (group === 'trouble' && isLeftBehind(ride));
}

/** The second of the day a ride is looked for at: when it happened, is planned, or was asked for. */
export function rideSecond(ride: RideView): number {
  return (
    ride.performedPickup ?? ride.scheduledPickup ?? ride.promisedPickup?.earliest ?? ride.requested.second
  );
}

/** Rides of the group whose words hold every part of the text, by time. */
export function filterRides(rides: Iterable<RideView>, group: RideGroup, text: string): RideView[] {
  const parts = fold(text).split(/\s+/).filter(Boolean);
  const found: RideView[] = [];
  for (const ride of rides) {
    if (group !== 'all' && !isIn(group, ride)) continue;
    if (parts.length > 0) {
      const words = wordsOf(ride);
      if (!parts.every((part) => words.includes(part))) continue;
    }
    found.push(ride);
  }
  return found.sort((a, b) => rideSecond(a) - rideSecond(b) || (a.id < b.id ? -1 : 1));
}

/** Those of these rides that nobody carries, the earliest first. */
export function listLeftBehind(rides: Iterable<RideView>): readonly RideView[] {
  return [...rides].filter(isLeftBehind).sort((a, b) => rideSecond(a) - rideSecond(b));
}

/** How many rides of each group have words that hold every part of the text. */
export function countGroups(rides: Iterable<RideView>, text: string): Record<RideGroup, number> {
  const counts: Record<RideGroup, number> = { all: 0, coming: 0, underWay: 0, over: 0, trouble: 0 };
  for (const ride of filterRides(rides, 'all', text)) {
    counts.all += 1;
    for (const group of ['coming', 'underWay', 'over', 'trouble'] as const) {
      if (isIn(group, ride)) counts[group] += 1;
    }
  }
  return counts;
}

/** Has the rider rung to go home, and no vehicle been agreed yet? */
export function isWaitingReady(ride: RideView): boolean {
  return ride.status === 'offered' && ride.willCall !== null && ride.willCall.readyAt !== null;
}

/** Was it promised to the rider, and still is the ride to speak of? Not what was only asked for, or changed since. */
export function isAgreed(ride: RideView): boolean {
  if (isWaitingReady(ride)) return true;
  return (
    ride.replacedById === null &&
    !['requested', 'offered', 'denied', 'declined', 'lapsed'].includes(ride.status)
  );
}

/** May the desk still cancel it? Mirrors the life of a ride: until the party is on board. */
export function isCancellable(ride: RideView): boolean {
  return GROUPS.coming.includes(ride.status) || ride.status === 'vehicleArrived';
}

/** May it still be changed into another? Until the party is on board. */
export function isChangeable(ride: RideView): boolean {
  return ['willCall', 'booked', 'assigned', 'vehicleArrived'].includes(ride.status);
}

/** Does it end at the rider's own door? From there nobody goes home. */
export function leadsHome(ride: RideView): boolean {
  return ride.to.id.startsWith('door:');
}

const knownWords = new WeakMap<RideView, string>();

function wordsOf(ride: RideView): string {
  const known = knownWords.get(ride);
  if (known !== undefined) return known;
  const { riderName, riderKana, phone, from, to, vehicleName } = ride;
  const all = [riderName, riderName.replaceAll(/\s/g, ''), riderKana, phone, from.name, to.name, vehicleName];
  const words = fold(all.join(' '));
  knownWords.set(ride, words);
  return words;
}

/** Half-width, lower case, hiragana: so that カナ, ｶﾅ and かな find each other. */
function fold(text: string): string {
  return toHiragana(text.normalize('NFKC').toLowerCase());
}
