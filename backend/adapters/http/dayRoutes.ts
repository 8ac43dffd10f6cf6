import type { DayFiguresView } from '../../contract/index.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { dayOf } from './queryInput.ts';

/** A service day in numbers. */
export const dayRoutes = {
  'GET /api/v1/days/:day/figures': readFigures,
};

async function readFigures(call: Call): Promise<Reply> {
  const day = dayOf(call.params.day ?? '', 'day');
  const figures = await call.deps.figures(day, accountScopeOf(call));
  const view: DayFiguresView = { ...figures, denied: { ...figures.denied } };
  return answer(view);
}
