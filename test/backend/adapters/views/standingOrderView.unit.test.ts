import { expect, it } from 'vitest';
import { standingOrderView } from '../../../../backend/adapters/views/standingOrderView.ts';
import { standingOrderViewSchema } from '../../../../backend/contract/index.ts';
import { sampleOrder } from '../../../support/sampleSeries.ts';

it('exceptions of years: those that are over are kept and not shown, those to come are', () => {
  // Wednesday, 10 June 2026; the holiday of a week may depend on the dates of the same week.
  const days = ['2024-01-12', '2025-06-13', '2026-06-03', '2026-06-08', '2026-06-10', '2026-12-25'];
  const order = sampleOrder({ exceptions: days.map((day) => ({ day, kind: 'skip' })) });
  const view = standingOrderViewSchema.parse(standingOrderView(order, [], '2026-06-10'));
  expect(view.exceptions.map(({ day }) => day)).toEqual(['2026-06-08', '2026-06-10', '2026-12-25']);
});

it('an order whose desk called the home by a word of its language: it has no name, each screen has its own', () => {
  const order = sampleOrder({ from: { kind: 'home' }, fromName: '自宅' });
  const { wish } = standingOrderViewSchema.parse(standingOrderView(order, [], '2026-06-10'));
  expect([wish.fromName, wish.toName]).toEqual([null, 'D集会所']);
});
