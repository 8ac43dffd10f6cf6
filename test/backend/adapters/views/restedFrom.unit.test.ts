import { expect, it } from 'vitest';
import { audienceOf } from '../../../../backend/adapters/views/judgeFeedQuestion.ts';
import { readFeed } from '../../../../backend/adapters/views/readFeed.ts';
import type { Role } from '../../../../backend/domain/account/account.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import { openValley, VALLEY_DAY } from '../../../support/smallValley.ts';

const HOUR = 3600;

it.each<[Role, readonly (number | undefined)[]]>([
  // 22:30 of the day before + 9 h
  ['dispatcher', [7.5 * HOUR]],
  ['municipality', [undefined]],
])('a shift that begins before its driver has rested, read by a %s', async (role, told) => {
  const valley = await openValley({ shift: { start: 6 * HOUR, end: 22.5 * HOUR } });
  const day = addDays(VALLEY_DAY, 1);
  await valley.dispatch.openDay(day);
  const nobody = { municipalities: [], providerId: null, clinicId: null, personId: null, vehicleId: null };
  const scope = { kind: 'account', accountId: 'a', role, ...nobody } as const;
  const { shifts } = await readFeed(valley.store, scope, {
    audience: audienceOf(role),
    day,
    cursor: undefined,
  });
  expect(shifts.map(({ restedFrom }) => restedFrom)).toEqual(told);
});
