import type {
  LearningAnswer,
  RoadSuggestionView,
  RoadsStateView,
  SeasonCheckView,
  SeasonView,
} from '../../contract/index.ts';
import type { RoadSeason, SeasonOverlap } from '../../domain/road/roadSeason.ts';
import { seasonSpans } from '../../domain/road/roadSeason.ts';
import type { RoadSuggestion } from '../../domain/road/roadSuggestion.ts';
import { spokenRoadTimes } from '../../domain/road/spokenClosure.ts';
import { spokenSuggestion } from '../../domain/road/spokenSuggestion.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { clockText, daySecondOf, type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import { localMoment } from './localMoment.ts';
import { roadTimesView } from './roadTimesView.ts';

/** A season as everybody may see it. */
export function seasonView(season: RoadSeason, now: EpochMs): SeasonView {
  const { id, name, factor, classes, aboveMetres, belowMetres, times } = season;
  const day = serviceDayOf(now);
  const second = daySecondOf(day, now);
  return {
    id,
    name,
    factor,
    classes: classes && [...classes],
    aboveMetres,
    belowMetres,
    ...roadTimesView(times),
    when: spokenRoadTimes(times),
    holdsNow: seasonSpans(season, day).some(({ from, to }) => from <= second && second < to),
  };
}

/** With what a season overlaps. */
export function seasonCheckView(check: {
  readonly overlaps: readonly SeasonOverlap[];
  readonly sentence: SpokenText | null;
}): SeasonCheckView {
  const overlaps = check.overlaps.map(({ other, firstDay }) => ({
    id: other.id,
    name: other.name,
    firstDay,
  }));
  return { overlaps, sentence: check.sentence };
}

/** How the roads stand, in the parts that `dispatch` knows. */
export function roadsStateView(
  standing: {
    readonly matrices: RoadsStateView['matrices'];
    readonly sentence: SpokenText | null;
    readonly today: readonly (Omit<RoadsStateView['today'][number], 'from' | 'closures' | 'seasons'> & {
      readonly fromSecond: number;
      readonly closures: readonly string[];
      readonly seasons: readonly string[];
    })[];
  },
  areRoadsAnswering: boolean,
): RoadsStateView {
  const { wanted, ready, share, isWorking } = standing.matrices;
  return {
    areRoadsAnswering,
    matrices: { wanted, ready, share, isWorking },
    sentence: standing.sentence,
    today: standing.today.map(({ fromSecond, stateId, closures, seasons, learned }) => ({
      from: clockText(fromSecond),
      stateId,
      closures: [...closures],
      seasons: [...seasons],
      learned,
    })),
  };
}

/**
 * A suggestion with the sentence that asks for a decision.
 * @param nameOf names of the accounts that have decided, by id
 */
export function suggestionView(
  suggestion: RoadSuggestion,
  nameOf: ReadonlyMap<string, string>,
): RoadSuggestionView {
  const { holdsFrom: _from, holdsTo: _to, madeAt, decidedAt, ...facts } = suggestion;
  return {
    ...facts,
    deciderName: facts.decidedBy === null ? null : (nameOf.get(facts.decidedBy) ?? null),
    madeAt: localMoment(madeAt),
    decidedAt: decidedAt === null ? null : localMoment(decidedAt),
    sentence: spokenSuggestion(suggestion),
  };
}

/** The report about learning. */
export function learningView(
  report: Omit<LearningAnswer, 'rows' | 'suggestions'> & {
    readonly rows: readonly Readonly<LearningAnswer['rows'][number]>[];
    readonly suggestions: readonly RoadSuggestion[];
  },
  nameOf: ReadonlyMap<string, string>,
): LearningAnswer {
  const { from, to, rows, leftOut, suggestions } = report;
  return {
    from,
    to,
    rows: rows.map((row) => ({ ...row })),
    leftOut: { ...leftOut },
    suggestions: suggestions.map((suggestion) => suggestionView(suggestion, nameOf)),
  };
}
