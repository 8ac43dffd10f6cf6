export { computeDayFigures, type DayRecord } from './computeDayFigures.ts';
export { countSearches, type SearchCounts } from './countSearches.ts';
export type { DayFigures } from './dayFigures.ts';
export { type DutyDay, forecastCapacity, type HourForecast, untilEnded } from './forecastCapacity.ts';
export type { LearningRow } from './learning/learningRows.ts';
export { type LearningWorld, recordLegs, renewSuggestions } from './learning/recordLegs.ts';
export { type LearningReport, reportLearning } from './learning/reportLearning.ts';
export { type ReportingWorld, reportDay } from './reportDay.ts';
