import type { SpokenText } from '../units/spokenText.ts';
import { type ServiceDay, weekdayOf } from '../units/time.ts';
import type { ServiceRules } from './service.ts';

const REST_DAY: SpokenText = { ja: '運休日', en: 'No service' };

/** Why a service does not run on a day, in the name people know it by; undefined when it runs. */
export function closedOn(rules: ServiceRules, day: ServiceDay): SpokenText | undefined {
  const period = rules.closedPeriods?.find(({ from, to }) => from <= day && day <= to);
  if (period) return { ja: period.name, en: period.nameEn };
  const hours = rules.hours[weekdayOf(day)] ?? [];
  return rules.closedDays.includes(day) || hours.length === 0 ? REST_DAY : undefined;
}
