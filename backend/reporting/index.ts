export { computeDayFigures, type DayRecord } from './computeDayFigures.ts';
export type { DayFigures } from './dayFigures.ts';
export { type ReportingWorld, reportDay } from './reportDay.ts';
