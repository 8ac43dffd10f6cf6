import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';
import { isReckoned } from '../domain/schedule/stopKinds.ts';
import type { Schedule } from '../planner/index.ts';
import { drivingSeconds } from './drivingSeconds.ts';
import type { PlanView } from './planView.ts';
import { isReported, type Stand } from './stand.ts';

/** What a schedule is written behind. */
export interface StopsBehind {
  /** The stops as stored. */
  readonly stops: readonly ScheduledStop[];
  /** How many of them are fixed. */
  readonly fixedStops: number;
  /** When the vehicle leaves the last of them, where that is planned anew. */
  readonly leave: number | undefined;
}

/**
 * What is fixed stays as it was planned last: when a vehicle left and came says how long that way is. Only the last of it
 * is left as planned now; and the first way begins when the depot is reckoned to have been left.
 */
export function asDriven(written: readonly ScheduledStop[], behind: StopsBehind): ScheduledStop[] {
  const { stops, fixedStops, leave } = behind;
  return written.map((stop, i) => {
    const j = stops.findIndex(({ id }) => id === stop.id);
    const was = stops[j];
    if (!was || j >= fixedStops) return stop;
    const goesHome = was.state === 'departed' && i === written.length - 1;
    const isLeftAnew = j === fixedStops - 1 && leave !== undefined && !goesHome;
    const departure = isLeftAnew ? leave : was.departure;
    return { ...stop, departure, arrival: i > 0 ? was.arrival : stop.arrival };
  });
}

/** The vehicle was there and goes elsewhere first: the place stays in the record, without anybody. */
export function leftStop(stand: Stand, departure: number, newStopId: () => string): ScheduledStop {
  const { place, since } = stand;
  const nobody = { pickups: [], dropoffs: [], loadAfter: [0, 0, 0], slackSeconds: 0 };
  const standing = { kind: 'stop', place, start: since, end: since, departure, ...nobody } as const;
  if (isReported(stand)) return { ...stand.stop, ...standing };
  const reckoned = { state: 'departed', performedArrival: null, performedDeparture: null } as const;
  return { ...standing, ...reckoned, id: newStopId(), arrival: since };
}

/** Whoever is reckoned to stand somewhere and has time leaves for the next stop only when they have to. */
export function leavingInTime(stops: readonly ScheduledStop[], view: PlanView): readonly ScheduledStop[] {
  const i = stops.findLastIndex(({ state }) => state !== 'planned');
  const here = stops[i];
  const next = stops[i + 1];
  if (!here || !next || next.kind !== 'stop' || !isReckoned(here)) return stops;
  const leg = next.arrival - here.departure;
  const leave = next.start - leg;
  const [from, to] = [here, next].map(({ place }) => view.locations.get(place?.id ?? ''));
  if (from === undefined || to === undefined || here.departure < view.nowSecond) return stops;
  // In a later hour the way may take longer.
  if (leave <= here.departure || drivingSeconds(view.problem.travel, from, to, leave) !== leg) return stops;
  return stops.with(i, { ...here, departure: leave }).with(i + 1, { ...next, arrival: next.start });
}

/** A vehicle that has left its last stop is home as much later as it left later. */
export function homeAt(stops: readonly ScheduledStop[], { finish, departures }: Schedule): number {
  const last = stops.at(-1);
  return last?.state === 'departed' ? last.departure + finish - departures.at(-1)! : finish;
}
