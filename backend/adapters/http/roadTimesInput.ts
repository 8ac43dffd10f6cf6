import type { ClosureInput } from '../../contract/index.ts';
import type { RoadTimes } from '../../domain/road/roadTimes.ts';
import type { EpochMs } from '../../domain/units/time.ts';

/** Times as they come over the wire, already well formed. */
type TimesInput = {
  readonly [Field in 'from' | 'to' | 'yearly']: Exclude<ClosureInput[Field], undefined>;
} & {
  readonly hours: {
    readonly from: string;
    readonly to: string;
    readonly weekdays: readonly number[] | null;
  } | null;
};

/** When something is to hold on a road. */
export function roadTimesOf({ from, to, yearly, hours }: TimesInput): RoadTimes {
  return {
    from: momentIn(from),
    to: momentIn(to),
    yearly,
    hours: hours && { from: secondIn(hours.from), to: secondIn(hours.to), weekdays: hours.weekdays },
  };
}

function momentIn(text: string | null): EpochMs | null {
  return text === null ? null : Date.parse(text);
}

/** @param clock `HH:MM` */
function secondIn(clock: string): number {
  return Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60;
}
