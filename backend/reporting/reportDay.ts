import type { AccessScope } from '../domain/account/account.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { Store } from '../ports/store.ts';
import type { TravelMatrix } from '../ports/travel.ts';
import { computeDayFigures } from './computeDayFigures.ts';
import type { DayFigures } from './dayFigures.ts';
import { type DrivenLeg, listLegs } from './listLegs.ts';

/** What reporting needs of the world. */
export interface ReportingWorld {
  readonly store: Store;
  readonly matrix: TravelMatrix;
}

/** The figures of a day as far as the scope may see it. */
export async function reportDay(
  world: ReportingWorld,
  scope: AccessScope,
  day: ServiceDay,
): Promise<DayFigures> {
  const kept = await world.store.read(scope, async (tables) => ({
    rides: await tables.rides.listByDay(day),
    shifts: await tables.fleet.listShifts(day),
    schedules: await tables.days.listSchedules(day),
    depots: await tables.fleet.listDepots(),
    waitlist: await tables.waitlist.listByDay(day),
  }));
  const legs = kept.schedules.flatMap((schedule) => {
    const shift = kept.shifts.find(({ id }) => id === schedule.shiftId);
    const depot = kept.depots.find(({ id }) => id === shift?.depotId);
    return shift && depot ? listLegs(shift, schedule, depot) : [];
  });
  return computeDayFigures({ day, ...kept, emptyMetres: await metresOf(world.matrix, legs) });
}

async function metresOf(matrix: TravelMatrix, legs: readonly DrivenLeg[]): Promise<number> {
  const empty = legs.filter((leg) => leg.isEmpty);
  if (empty.length === 0) return 0;
  const { indices, times } = await matrix.locate(empty.flatMap((leg) => [leg.from, leg.to]));
  const metres = times.layers[0]!.metres;
  return empty.reduce(
    (total, _, i) => total + metres[indices[2 * i]! * times.stride + indices[2 * i + 1]!]!,
    0,
  );
}
