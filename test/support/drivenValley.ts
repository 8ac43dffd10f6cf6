import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { ScheduledStop, ShiftSchedule } from '../../backend/domain/schedule/shiftSchedule.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import type { StreetReport } from '../../backend/operations/index.ts';
import { readValley, VALLEY_DAY, type Valley } from './smallValley.ts';

/** What a driver taps; stops are named by their place (the first there that is not left), rides by their id. */
export type ValleyTap =
  | { readonly type: 'arrive' | 'depart'; readonly at: string }
  | { readonly type: 'board' | 'alight' | 'noShow'; readonly rideId: string };

let taps = 0;

/** The schedule of the valley's first shift. */
export async function scheduleOf(valley: Valley): Promise<ShiftSchedule> {
  return (await readValley(valley)).schedules[0]!;
}

/** The stops of the first shift in a word each: place, who gets in and out, state. */
export async function stopWords(valley: Valley): Promise<string[]> {
  const { stops } = await scheduleOf(valley);
  return stops.map(stopWord);
}

function stopWord({ kind, place, pickups, dropoffs, state }: ScheduledStop): string {
  const who = [...dropoffs.map(() => '-'), ...pickups.map(() => '+')].join('');
  return `${kind === 'break' ? 'break' : place?.id}${who} ${state}`;
}

/** The first stop at a place that the vehicle has not left. */
export async function stopAt(valley: Valley, place: string): Promise<ScheduledStop> {
  const { stops } = await scheduleOf(valley);
  const stop = stops.find((one) => one.place?.id === place && one.state !== 'departed');
  if (!stop) throw new Error(`The vehicle is not to stop at ${place}.`);
  return stop;
}

/** Sends a tap of the first shift's driver at a second of the day; the clock goes along. @throws Error where refused */
export async function tapAt(valley: Valley, second: number, tap: ValleyTap): Promise<void> {
  const { shiftId } = await scheduleOf(valley);
  const what = 'at' in tap ? { type: tap.type, stopId: (await stopAt(valley, tap.at)).id } : tap;
  await reportAt(valley, second, { shiftId, ...what });
}

/** Sends any report as the device would. @throws Error where refused */
export async function reportAt(
  valley: Valley,
  second: number,
  what: Readonly<Record<string, string>>,
): Promise<void> {
  valley.clock.moveTo(momentOf(VALLEY_DAY, second));
  taps += 1;
  const report = { id: `driven-${taps}`, deviceTime: valley.clock.now(), ...what } as unknown as StreetReport;
  const taken = await valley.operations.report(report, SYSTEM_ACTOR);
  if (!taken.ok) throw new Error(`${taken.reason.code} ${JSON.stringify(taken.reason.details)}`);
}
