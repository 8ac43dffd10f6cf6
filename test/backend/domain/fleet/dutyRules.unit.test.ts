import { describe, expect, it } from 'vitest';
import { dutyRulesOf } from '../../../../backend/domain/fleet/dutyRules.ts';

const HOUR = 3_600;
const FOUR_HOURS = { maxDrivingSeconds: 14_400, restSeconds: 1_800, minPartSeconds: 600 };

describe('what the law asks of a duty', () => {
  it.each([
    [
      'a bus on eight hours: four of driving, no limit that the shift keeps by itself',
      'areaTransport',
      8,
      { drivingLimit: FOUR_HOURS },
    ],
    [
      'a bus on fourteen hours: both',
      'areaTransport',
      14,
      { maxDutySeconds: 46_800, drivingLimit: FOUR_HOURS },
    ],
    ['private cars for pay: as buses', 'privateForPay', 8, { drivingLimit: FOUR_HOURS }],
    ['a taxi on eight hours: nothing', 'taxi', 8, {}],
    ['a taxi on fourteen hours: the duty', 'taxi', 14, { maxDutySeconds: 46_800 }],
    ['four hours: cannot be driven for longer', 'areaTransport', 4, {}],
  ] as const)('%s', (_, category, hours, rules) => {
    expect(dutyRulesOf(category, hours * HOUR)).toEqual(rules);
  });
});
