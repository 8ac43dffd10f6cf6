import { bandsOfDay, type DayBand, heldAt } from '../../domain/road/roadState.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { TravelProgress } from '../../ports/travel.ts';
import type { CalendarKeeper, PlansStanding } from './calendarKeeper.ts';
import type { RoadDeskWorld } from './roadDeskWorld.ts';

/** A state of today, and what makes it. */
export interface StandingBand extends Pick<DayBand, 'fromSecond' | 'stateId'> {
  /** Names. */
  readonly closures: readonly string[];
  readonly seasons: readonly string[];
  /** How many learned factors. */
  readonly learned: number;
}

/** How far travel times follow what was entered, and what holds today. */
export interface RoadsStanding {
  readonly matrices: TravelProgress;
  /** One sentence while they do not follow yet, else null. */
  readonly sentence: SpokenText | null;
  readonly today: readonly StandingBand[];
}

/** Reads it off the keeper and the matrices. */
export function readRoadsStanding(world: RoadDeskWorld, keeper: CalendarKeeper): RoadsStanding {
  const { calendar } = keeper;
  const day = serviceDayOf(world.clock.now());
  const today = bandsOfDay(calendar, day).map(({ fromSecond, stateId }): StandingBand => {
    const { closures, seasons, suggestions } = heldAt(calendar, day, fromSecond);
    return {
      fromSecond,
      stateId,
      closures: closures.map(({ name }) => name),
      seasons: seasons.map(({ name }) => name),
      learned: suggestions.length,
    };
  });
  const matrices = world.travel.progress;
  return { matrices, sentence: sentenceOf(matrices, keeper.standing), today };
}

function sentenceOf(
  { wanted, ready, isWorking }: TravelProgress,
  standing: PlansStanding,
): SpokenText | null {
  if (isWorking) {
    return {
      ja: `道路の変更に合わせて所要時間を計算しています（${wanted}通りのうち${ready}通り済み）。それまでは前の時間で答えます。`,
      en: `Travel times are being computed for the changed roads (${ready} of ${wanted} states ready). Until then the earlier times are used.`,
    };
  }
  if (standing === 'working') {
    return {
      ja: '運行の予定を、新しい道路に合わせています。',
      en: 'Plans are being brought in line with the changed roads.',
    };
  }
  if (standing === 'inLine') return null;
  return {
    ja: '道路の変更を、まだ予定に反映していません。まもなくもう一度試します。',
    en: 'A change of the roads is not in the plans yet. It is tried again shortly.',
  };
}
