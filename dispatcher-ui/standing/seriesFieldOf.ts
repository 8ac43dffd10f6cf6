import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import type { SeriesField } from '../store/seriesDraft.ts';

/** The server's names of the fields; the rest of a path says which row of them. */
const FIELD_OF: Readonly<Record<string, SeriesField>> = {
  from: 'from',
  to: 'to',
  weekdays: 'weekdays',
  startDay: 'startDay',
  endDay: 'endDay',
  pauses: 'pauses',
  moveToWeekday: 'moveTo',
  homeward: 'return',
};

/** The field of the form that a refusal is about; undefined where it is about none of them. */
export function seriesFieldOf(fault: ApiFault | null): SeriesField | undefined {
  const part = fault?.field?.split('.').find((each) => each in FIELD_OF);
  return part === undefined ? undefined : FIELD_OF[part];
}
