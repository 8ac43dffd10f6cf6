import {
  type SeasonEndedAnswer,
  type SeasonSavedAnswer,
  type SeasonsAnswer,
  type SuggestionDecidedAnswer,
  seasonInputSchema,
} from '../../contract/index.ts';
import type { SeasonEntry } from '../../dispatch/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { SuggestionDecision } from '../../domain/road/decideSuggestion.ts';
import type { RoadSuggestion } from '../../domain/road/roadSuggestion.ts';
import { addDays, serviceDayOf } from '../../domain/units/time.ts';
import {
  learningView,
  roadsStateView,
  seasonCheckView,
  seasonView,
  suggestionView,
} from '../views/roadViews.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf, isCheck, optionalDayOf } from './queryInput.ts';
import { roadTimesOf } from './roadTimesInput.ts';

/** Without `from` the report about learning looks back so far. */
const LEARNING_DAYS = 60;

/** Seasons, learned speeds, and how far travel times follow them. */
export const roadRoutes = {
  'GET /api/v1/roads/state': readState,
  'GET /api/v1/roads/seasons': listSeasons,
  'POST /api/v1/roads/seasons': saveSeason,
  'PUT /api/v1/roads/seasons/:id': saveSeason,
  'DELETE /api/v1/roads/seasons/:id': endSeason,
  'GET /api/v1/roads/learning': readLearning,
  'POST /api/v1/roads/learning/:id/accept': (call: Call) => decide(call, 'accept'),
  'POST /api/v1/roads/learning/:id/refuse': (call: Call) => decide(call, 'refuse'),
  'POST /api/v1/roads/learning/:id/withdraw': (call: Call) => decide(call, 'withdraw'),
  'POST /api/v1/roads/learning/:id/reopen': (call: Call) => decide(call, 'reopen'),
};

async function readState({ deps }: Call): Promise<Reply> {
  return answer(roadsStateView(deps.roadDesk.standing(), deps.areRoadsAnswering()));
}

async function listSeasons(call: Call): Promise<Reply> {
  const now = call.deps.clock.now();
  const seasons = await call.deps.store.read(accountScopeOf(call), ({ roadConditions }) =>
    roadConditions.listSeasons(),
  );
  const standing = seasons.filter(({ endedAt, times }) => endedAt === null && (times.to ?? now + 1) > now);
  const view: SeasonsAnswer = { seasons: standing.map((season) => seasonView(season, now)) };
  return answer(view);
}

/** Enters a season, or changes the one in the path. Travel times follow in the background. */
async function saveSeason(call: Call): Promise<Reply> {
  const { seasons } = call.deps.roadDesk;
  const id = call.params.id === undefined ? null : idOf(call.params.id, 'unknownSeason');
  const entry = entryOf(call.body);
  if (isCheck(call.query)) {
    const checked = await seasons.check(entry, id);
    if (!checked.ok) throw new Refused(checked.reason);
    return answer(seasonCheckView(checked.value));
  }
  const saved = await seasons.save(entry, id, actorOf(call));
  if (!saved.ok) throw new Refused(saved.reason);
  const season = seasonView(saved.value.season, call.deps.clock.now());
  const body: SeasonSavedAnswer = { ...seasonCheckView(saved.value), season };
  return { status: id === null ? 201 : 200, body };
}

async function endSeason(call: Call): Promise<Reply> {
  const ended = await call.deps.roadDesk.seasons.end(idOf(call.params.id, 'unknownSeason'), actorOf(call));
  if (!ended.ok) throw new Refused(ended.reason);
  const view: SeasonEndedAnswer = { season: seasonView(ended.value.season, call.deps.clock.now()) };
  return answer(view);
}

async function readLearning(call: Call): Promise<Reply> {
  const to = optionalDayOf(call.query, 'to') ?? serviceDayOf(call.deps.clock.now());
  const from = optionalDayOf(call.query, 'from') ?? addDays(to, -LEARNING_DAYS);
  if (from > to) throw new Refused({ code: 'windowEndsBeforeItBegins', field: 'to' });
  const report = await call.deps.learning(from, to, accountScopeOf(call));
  return answer(learningView(report, await deciderNames(call, report.suggestions)));
}

/** Accounts that have decided on suggestions, by id, as screens name them. */
async function deciderNames(
  call: Call,
  suggestions: readonly RoadSuggestion[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(suggestions.flatMap(({ decidedBy }) => decidedBy ?? []));
  const found = await Promise.all([...ids].map((id) => call.deps.accounts.find(id)));
  return new Map(found.flatMap((account) => (account ? [[account.id, account.displayName]] : [])));
}

async function decide(call: Call, decision: SuggestionDecision): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownSuggestion');
  const decided = await call.deps.roadDesk.learning.decide(id, decision, actorOf(call));
  if (!decided.ok) throw new Refused(decided.reason);
  const { suggestion } = decided.value;
  const names = await deciderNames(call, [suggestion]);
  const view: SuggestionDecidedAnswer = { suggestion: suggestionView(suggestion, names) };
  return answer(view);
}

/** @throws Misshapen */
function entryOf(body: unknown): SeasonEntry {
  const { from, to, yearly, hours, ...facts } = parseInput(seasonInputSchema, body);
  return { ...facts, times: roadTimesOf({ from, to, yearly, hours }) };
}
