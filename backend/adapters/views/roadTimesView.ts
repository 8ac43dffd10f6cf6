import type { ClosureView } from '../../contract/index.ts';
import type { RoadTimes } from '../../domain/road/roadTimes.ts';
import { clockText, type EpochMs } from '../../domain/units/time.ts';
import { localMoment } from './localMoment.ts';

/** When something holds on a road, as it goes over the wire. */
export function roadTimesView(times: RoadTimes): Pick<ClosureView, 'from' | 'to' | 'yearly' | 'hours'> {
  const moment = (at: EpochMs | null) => (at === null ? null : localMoment(at));
  return {
    from: moment(times.from),
    to: moment(times.to),
    yearly: times.yearly && { ...times.yearly },
    hours: times.hours && {
      from: clockText(times.hours.from),
      to: clockText(times.hours.to),
      weekdays: times.hours.weekdays && [...times.hours.weekdays],
    },
  };
}
