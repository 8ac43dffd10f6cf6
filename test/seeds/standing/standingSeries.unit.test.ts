import { expect, it } from 'vitest';
import { checkWish } from '../../../backend/domain/standingOrder/checkWish.ts';
import { standingSeries } from '../../../seeds/standing/standingSeries.ts';
import { readTrialTown } from '../../support/trialTown.ts';

it('the trial region: regular ways to the nearest hospital, the same every time, all well formed', async () => {
  const { region, people } = await readTrialTown();
  const series = standingSeries(region, people, '2026-11-25');
  expect(series.length).toBeGreaterThan(3);
  expect(series.map(({ wish }) => checkWish(wish))).toEqual(series.map(() => undefined));
  expect(standingSeries(region, people, '2026-11-25')).toEqual(series);
  expect(new Set(series.map(({ person }) => person.id)).size).toBe(series.length);
});
