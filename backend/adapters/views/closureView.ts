import type { ClosureView } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { closedSpans, type RoadClosure } from '../../domain/road/roadClosure.ts';
import { spokenRoadTimes } from '../../domain/road/spokenClosure.ts';
import { clockText, daySecondOf, type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import { localMoment } from './localMoment.ts';

/** Who plans the day and may know whose rides were moved. */
const DESK: readonly Role[] = ['operator', 'dispatcher', 'administrator'];

/** A closure as this role may see it. */
export function closureView(
  closure: RoadClosure,
  replan: ClosureView['replan'] | undefined,
  role: Role,
  now: EpochMs,
): ClosureView {
  const { id, name, reason, stretch, times, lines } = closure;
  const day = serviceDayOf(now);
  const second = daySecondOf(day, now);
  const moment = (at: EpochMs | null) => (at === null ? null : localMoment(at));
  return {
    id,
    name,
    reason,
    stretch:
      stretch.kind === 'area'
        ? { kind: 'area', ring: [...stretch.ring] }
        : { kind: 'ref', ref: stretch.ref, between: stretch.between && [...stretch.between] },
    from: moment(times.from),
    to: moment(times.to),
    yearly: times.yearly && { ...times.yearly },
    hours: times.hours && {
      from: clockText(times.hours.from),
      to: clockText(times.hours.to),
      weekdays: times.hours.weekdays && [...times.hours.weekdays],
    },
    when: spokenRoadTimes(times),
    holdsNow: closedSpans(closure, day).some(({ from, to }) => from <= second && second < to),
    lines: closedLinesView(lines),
    replan: DESK.includes(role) ? (replan ?? null) : null,
  };
}

/** Closed parts as GeoJSON coordinates. */
export function closedLinesView(lines: RoadClosure['lines']): ClosureView['lines'] {
  return lines.map((line) => line.map(({ lon, lat }): [number, number] => [lon, lat]));
}
