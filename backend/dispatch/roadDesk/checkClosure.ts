import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { runsDuring } from '../../domain/road/roadClosure.ts';
import { stateOf } from '../../domain/road/roadState.ts';
import { spokenRoadTimes } from '../../domain/road/spokenClosure.ts';
import { type Coordinates, distanceMetres } from '../../domain/units/coordinates.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { RoadStates } from '../../ports/roadStates.ts';
import type { Store } from '../../ports/store.ts';
import type { ClosureEntry } from './closureEntry.ts';
import { findCutOff } from './findCutOff.ts';
import type { ClosureCheck } from './roadDesk.ts';

/** How many places a sentence names. */
const MOST_NAMES = 5;

/**
 * Asks the engine what an entry closes and whom it cuts off, on top of what is closed at the same time already.
 * @returns `closureFindsNoRoad` with the engine's sentence where it names no road
 * @throws RoadsFault `unreachable`
 */
export async function checkClosure(
  store: Store,
  states: RoadStates,
  entry: ClosureEntry,
  now: EpochMs,
): Promise<Outcome<ClosureCheck, Rejection>> {
  const { closures, points, depots } = await store.read(SYSTEM_SCOPE, async (tables) => ({
    closures: await tables.roadConditions.listClosures(now),
    points: await tables.places.listBoardingPoints(),
    depots: await tables.fleet.listDepots(),
  }));
  const beside = runsDuring(closures, entry.times).map(({ stretch }) => stretch);
  const before = stateOf(beside, []);
  const after = stateOf([...beside, entry.stretch], []);
  try {
    const { lines } = await states.define(stateOf([entry.stretch], []));
    await states.define(before);
    await states.define(after);
    const at = <Place extends { id: string; coordinates: Coordinates }>({ id, coordinates }: Place) => ({
      id,
      ...coordinates,
    });
    const places = await findCutOff(
      depots.map(at),
      points.map(at),
      states.ownRoads(before.id),
      states.ownRoads(after.id),
    );
    const names = new Map(points.map(({ id, name }) => [id, name]));
    const cutOff = places.map((place) => ({ ...place, name: names.get(place.id) ?? place.id }));
    const closedMetres = Math.round(lines.reduce((sum, line) => sum + lengthOf(line), 0));
    return success({ cutOff, sentence: sentenceOf(cutOff, entry), closedMetres, lines });
  } catch (fault) {
    if (!(fault instanceof RoadsFault) || fault.code === 'unreachable') throw fault;
    return refusal({ code: 'closureFindsNoRoad', field: 'stretch', details: { reason: fault.message } });
  }
}

function sentenceOf(cutOff: ClosureCheck['cutOff'], { times }: ClosureEntry): SpokenText | null {
  if (cutOff.length === 0) return null;
  const names = cutOff.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = cutOff.length - names.length;
  const when = spokenRoadTimes(times);
  return {
    ja: `${when.ja}、${names.join('、')}${others > 0 ? ` ほか${others}か所` : ''}へは車で行き来できません。`,
    en: `${when.en}: no way by car to or from ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}.`,
  };
}

function lengthOf(line: readonly Coordinates[]): number {
  return line.slice(1).reduce((sum, point, i) => sum + distanceMetres(line[i]!, point), 0);
}
