import type { SeriesDateView } from '../../backend/contract/index.ts';

/** Whether somebody rides on a date of their series: `notBooked` where every way was refused. */
export type DateStanding = 'rides' | 'off' | 'notBooked';

export function dateStanding({
  rides,
  homeward,
  made,
}: Pick<SeriesDateView, 'rides' | 'homeward' | 'made'>): DateStanding {
  if (!rides) return 'off';
  const isRefused = (leg: 'outbound' | 'homeward') =>
    made.some((each) => each.leg === leg && each.state === 'refused');
  return isRefused('outbound') && (homeward === null || isRefused('homeward')) ? 'notBooked' : 'rides';
}
