import { describe, expect, it } from 'vitest';
import type { Service } from '../../../backend/domain/service/service.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { officeHours } from '../../../backend/voice/officeHours.ts';
import { valleyRules } from '../../support/smallValley.ts';

const HOUR = 3600;
/** A Friday in August; お盆 is from the Thursday after it to the Sunday. */
const FRIDAY = '2026-08-07';
const OBON = { name: 'お盆', nameEn: 'Obon', from: '2026-08-13', to: '2026-08-16' };

const weekdays = [{ earliest: 8 * HOUR, latest: 17 * HOUR }];
const service = (id: string, given: Parameters<typeof valleyRules>[0] = {}): Service => ({
  id,
  name: id,
  nameEn: id,
  providerIds: [],
  phone: '',
  rules: [
    valleyRules({
      hours: [[], weekdays, weekdays, weekdays, weekdays, weekdays, []],
      closedPeriods: [OBON],
      ...given,
    }),
  ],
});
const TOWN = service('town');
const SATURDAYS = service('saturdays', {
  hours: [[], [], [], [], [], [], [{ earliest: 9 * HOUR, latest: 12 * HOUR }]],
});

const at = (day: string, hour: number) => momentOf(day, hour * HOUR);

describe('when somebody is at the desk', () => {
  it.each([
    ['before the first pickup', FRIDAY, 7, { isOpen: false, opensAt: at(FRIDAY, 8) }],
    ['at the first pickup', FRIDAY, 8, { isOpen: true, opensAt: null }],
    ['within the hours', FRIDAY, 12, { isOpen: true, opensAt: null }],
    ['at the end', FRIDAY, 17, { isOpen: false, opensAt: at('2026-08-10', 8) }],
    ['on a Sunday', '2026-08-09', 12, { isOpen: false, opensAt: at('2026-08-10', 8) }],
    ['on the eve of お盆', '2026-08-12', 18, { isOpen: false, opensAt: at('2026-08-17', 8) }],
  ])('%s: as the services run', (_, day, hour, expected) => {
    expect(officeHours([TOWN], null, at(day, hour))).toEqual(expected);
  });

  it('several services: from the first pickup of any to the last of all, on the days of any', () => {
    expect(officeHours([TOWN, SATURDAYS], null, at(FRIDAY, 18)).opensAt).toBe(at('2026-08-08', 9));
    expect(officeHours([TOWN, SATURDAYS], null, at('2026-08-08', 10)).isOpen).toBe(true);
  });

  it('hours of its own: these, but only on days of service', () => {
    const own = { earliest: 6 * HOUR, latest: 20 * HOUR };
    expect(officeHours([TOWN], own, at(FRIDAY, 19)).isOpen).toBe(true);
    expect(officeHours([TOWN], own, at('2026-08-08', 12)).opensAt).toBe(at('2026-08-10', 6));
  });

  it('no service at all: closed, and nobody knows until when', () => {
    expect(officeHours([], null, at(FRIDAY, 12))).toEqual({ isOpen: false, opensAt: null });
  });
});
