import type { ClosureView } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { closedSpans, type RoadClosure } from '../../domain/road/roadClosure.ts';
import { spokenRoadTimes } from '../../domain/road/spokenClosure.ts';
import { daySecondOf, type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import { roadTimesView } from './roadTimesView.ts';

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
  return {
    id,
    name,
    reason,
    stretch:
      stretch.kind === 'area'
        ? { kind: 'area', ring: [...stretch.ring] }
        : { kind: 'ref', ref: stretch.ref, between: stretch.between && [...stretch.between] },
    ...roadTimesView(times),
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
