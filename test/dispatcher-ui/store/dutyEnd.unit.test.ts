import { expect, it } from 'vitest';
import { dutyEnd } from '../../../dispatcher-ui/store/dutyEnd.ts';

it('a driver is at work until the shift’s end, or until they went home before it; one who ended it later is not longer', () => {
  expect(dutyEnd({ end: 61_200 })).toBe(61_200);
  expect(dutyEnd({ end: 61_200, ended: 50_000 })).toBe(50_000);
  expect(dutyEnd({ end: 61_200, ended: 62_000 })).toBe(61_200);
});
