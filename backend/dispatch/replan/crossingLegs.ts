import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { closuresDuring, type RoadClosure } from '../../domain/road/roadClosure.ts';
import { bandAt, CLOSURE_LEAD_SECONDS } from '../../domain/road/roadState.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import { type ServiceDay, startOfServiceDay } from '../../domain/units/time.ts';
import type { Roads } from '../../ports/roads.ts';
import type { DrivenLine } from '../../ports/roadTables.ts';
import type { Store } from '../../ports/store.ts';
import type { PlannedLeg } from './plannedLegs.ts';

/** Ways by the leg they are driven for; `null` where there is none. */
export type DrivenLines = Map<string, readonly Coordinates[] | null>;

/** Ways asked for at the same time. */
const PARALLEL_ROUTES = 8;
/** Lines compared in one statement. */
const LINES_AT_ONCE = 200;

/**
 * Legs that would run over a closure at their hour: their ways are driven again on the roads that the plan was made on,
 * and the store compares the lines. A leg for which those roads know no way counts, too.
 * @param known ways driven before; new ones are added
 * @throws RoadsFault `unreachable` where the roads do not answer
 */
export async function findCrossingLegs(
  store: Store,
  roadsOf: (stateId: string) => Roads,
  day: ServiceDay,
  legs: readonly PlannedLeg[],
  known: DrivenLines = new Map(),
): Promise<PlannedLeg[]> {
  const closures = await store.read(SYSTEM_SCOPE, ({ roadConditions }) =>
    roadConditions.listClosures(startOfServiceDay(day)),
  );
  const asked = legs.filter((leg) => closuresOf(closures, day, leg).length > 0);
  const lines = await driveAll(asked, roadsOf, known);
  const driven = asked.map(
    (leg, i): DrivenLine => ({
      key: String(i),
      line: lines[i] ?? [],
      closureIds: closuresOf(closures, day, leg).map(({ id }) => id),
    }),
  );
  const crossing = new Set<string>();
  for (let start = 0; start < driven.length; start += LINES_AT_ONCE) {
    const portion = driven.slice(start, start + LINES_AT_ONCE);
    const found = await store.read(SYSTEM_SCOPE, ({ roadConditions }) =>
      roadConditions.listCrossing(portion),
    );
    for (const key of found) crossing.add(key);
  }
  return asked.filter((_, i) => lines[i] === null || crossing.has(String(i)));
}

/** Closures that hold while it is driven, and those whose state its departure falls into. */
function closuresOf(closures: readonly RoadClosure[], day: ServiceDay, leg: PlannedLeg): RoadClosure[] {
  const until = Math.max(leg.arrival, leg.departure + CLOSURE_LEAD_SECONDS);
  return closuresDuring(closures, day, leg.departure, until);
}

/** `[i]` is the line of `legs[i]`, `null` where there is no way; equal legs are asked for once. */
async function driveAll(
  legs: readonly PlannedLeg[],
  roadsOf: (stateId: string) => Roads,
  lines: DrivenLines,
): Promise<(readonly Coordinates[] | null)[]> {
  const missing = legs.filter((leg) => !lines.has(keyOf(leg)));
  const open = [...new Map(missing.map((leg) => [keyOf(leg), leg]))].values();
  const work = async () => {
    for (const [key, leg] of open) lines.set(key, await drive(leg, roadsOf(stateOf(leg))));
  };
  await Promise.all(Array.from({ length: PARALLEL_ROUTES }, work));
  return legs.map((leg) => lines.get(keyOf(leg)) ?? null);
}

async function drive({ from, to }: PlannedLeg, roads: Roads): Promise<readonly Coordinates[] | null> {
  try {
    return (await roads.route([from, to])).line;
  } catch (fault) {
    if (fault instanceof RoadsFault && fault.code !== 'unreachable') return null;
    throw fault;
  }
}

function stateOf({ bands, departure }: PlannedLeg): string {
  return bandAt(bands, departure).stateId;
}

function keyOf(leg: PlannedLeg): string {
  const { from, to } = leg;
  return `${stateOf(leg)} ${from.lon} ${from.lat} ${to.lon} ${to.lat}`;
}
