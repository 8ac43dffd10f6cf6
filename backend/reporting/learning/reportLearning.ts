import type { AccessScope } from '../../domain/account/account.ts';
import { countLegs } from '../../domain/road/countedLegs.ts';
import type { RoadSuggestion } from '../../domain/road/roadSuggestion.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Store } from '../../ports/store.ts';
import { type LearningRow, learningRows } from './learningRows.ts';

/** What the street has taught, as a report. */
export interface LearningReport {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
  readonly rows: readonly LearningRow[];
  readonly leftOut: { readonly tooShort: number; readonly tooFarOff: number };
  /** Open ones first, then the latest decisions. */
  readonly suggestions: readonly RoadSuggestion[];
}

/** The report of these days, both included. */
export async function reportLearning(
  store: Store,
  scope: AccessScope,
  from: ServiceDay,
  to: ServiceDay,
): Promise<LearningReport> {
  const { legs, suggestions } = await store.read(scope, async ({ roadLearning }) => ({
    legs: await roadLearning.listLegs(from, to),
    suggestions: await roadLearning.listSuggestions(),
  }));
  const { legs: counted, tooShort, tooFarOff } = countLegs(legs);
  const ordered = [...suggestions].sort((a, b) => momentOf(b) - momentOf(a));
  return { from, to, rows: learningRows(counted), leftOut: { tooShort, tooFarOff }, suggestions: ordered };
}

/** Open suggestions come before all decided ones. */
function momentOf({ standing, decidedAt, madeAt }: RoadSuggestion): number {
  return standing === 'open' ? Number.MAX_SAFE_INTEGER / 2 + madeAt : (decidedAt ?? madeAt);
}
