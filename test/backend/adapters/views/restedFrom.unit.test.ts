import { expect, it } from 'vitest';
import { audienceOf } from '../../../../backend/adapters/views/judgeFeedQuestion.ts';
import { readFeed } from '../../../../backend/adapters/views/readFeed.ts';
import type { Role } from '../../../../backend/domain/account/account.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import { reportAt } from '../../../support/drivenValley.ts';
import { shiftOf, TWO_OF_FOUR } from '../../../support/handMoves.ts';
import { openValley, VALLEY_DAY, type Valley } from '../../../support/smallValley.ts';

const HOUR = 3600;
const NEXT_DAY = addDays(VALLEY_DAY, 1);

/** Two drivers on duty from 6:00 to 22:30, every day. */
async function openLongDays(): Promise<Valley> {
  const shift = { start: 6 * HOUR, end: 22.5 * HOUR };
  const valley = await openValley({ shift, configurations: TWO_OF_FOUR, drivers: ['佐藤', '鈴木'] });
  await valley.dispatch.openDay(NEXT_DAY);
  return valley;
}

/** The next day as read by an account. */
function readNextDay(valley: Valley, role: Role, cursor?: string) {
  const nobody = { municipalities: [], providerId: null, clinicId: null, personId: null, vehicleId: null };
  const scope = { kind: 'account', accountId: 'a', role, ...nobody } as const;
  return readFeed(valley.store, scope, { audience: audienceOf(role), day: NEXT_DAY, cursor });
}

it.each<[Role, readonly (number | undefined)[]]>([
  // 22:30 of the day before + 9 h
  ['dispatcher', [7.5 * HOUR, 7.5 * HOUR]],
  ['municipality', [undefined, undefined]],
])('shifts that begin before their drivers have rested, read by a %s', async (role, told) => {
  const { shifts } = await readNextDay(await openLongDays(), role);
  expect(shifts.map(({ restedFrom }) => restedFrom)).toEqual(told);
});

it.each<[Role, readonly (string | undefined)[]]>([
  ['dispatcher', ['vehicle-2 undefined']],
  ['municipality', []],
])(
  'a driver ends the evening before at 20:00, while the next day is open: told to a %s',
  async (role, told) => {
    const valley = await openLongDays();
    const { cursor } = await readNextDay(valley, role);
    await reportAt(valley, 20 * HOUR, { type: 'endShift', shiftId: shiftOf(2, 6 * HOUR) });
    const answer = await readNextDay(valley, role, cursor);
    expect(answer.kind).toBe('changes');
    expect(answer.shifts.map(({ vehicleId, restedFrom }) => `${vehicleId} ${restedFrom}`)).toEqual(told);
  },
);
