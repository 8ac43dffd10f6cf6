import type { Rejection } from '../domain/rejection/rejection.ts';
import { MAX_LUGGAGE, MAX_PARTY, type Party, partySize } from '../domain/ride/party.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { type EpochMs, momentOf } from '../domain/units/time.ts';
import type { ServiceChoice } from '../ports/ridePlanning.ts';
import { chooseServices } from './chooseServices.ts';
import { OUTSIDE_REGION } from './resolvePlace.ts';
import type { UnderstoodRequest } from './understandRequest.ts';

/** Where a request would be carried: at the doors or at boarding points, and by which services, or why by none. */
export interface JudgedEnds {
  readonly from: Ride['from'];
  readonly to: Ride['to'];
  readonly choices: Outcome<readonly ServiceChoice[], Rejection>;
}

/**
 * Asks the rules of all services: at the doors first; where none comes to them, at the boarding points nearest to them.
 * @param input its `override` must be one that whoever asks may give
 */
export function judgeRequest(
  input: Pick<RequestInput, 'day' | 'requested' | 'isWillCall' | 'override'>,
  understood: Omit<UnderstoodRequest, 'otherRides'>,
  now: EpochMs,
): JudgedEnds {
  const { person, party, services, from, to, fromPoint, toPoint } = understood;
  const beyond = checkRegion({ from, to }) ?? checkLimits(input, party, now);
  if (beyond) return { from, to, choices: refusal(beyond) };
  const { day, requested, isWillCall = false, override = null } = input;
  const question = { person, party, day, requested, now, isWillCall, override };
  const atDoor = chooseServices(services, { ...question, from, to });
  const comesToDoor = atDoor.ok ? atDoor.value.filter(({ rules }) => rules.doorToDoor) : [];
  if (comesToDoor.length > 0 || (from === fromPoint && to === toPoint)) {
    return { from, to, choices: comesToDoor.length > 0 ? success(comesToDoor) : atDoor };
  }
  if (!fromPoint || !toPoint) {
    const field = fromPoint ? 'to' : 'from';
    const choices = atDoor.ok ? refusal({ code: 'outsideServiceArea' as const, field }) : atDoor;
    return { from, to, choices };
  }
  const atPoints = chooseServices(services, { ...question, from: fromPoint, to: toPoint });
  const choices =
    fromPoint.id === toPoint.id ? refusal({ code: 'samePlace' as const, field: 'to' }) : atPoints;
  return { from: fromPoint, to: toPoint, choices };
}

function checkRegion(ends: Pick<Ride, 'from' | 'to'>): Rejection | undefined {
  const field = (['from', 'to'] as const).find((end) => ends[end].municipality === OUTSIDE_REGION);
  return field && { code: 'outsideRegion', field };
}

/** What no service can do: carry people in the past, or more than a vehicle holds. */
function checkLimits(
  { day, requested, isWillCall }: Parameters<typeof judgeRequest>[0],
  party: Party,
  now: EpochMs,
): Rejection | undefined {
  if (!isWillCall && momentOf(day, requested.second) <= now) return { code: 'timeInPast', field: 'time.at' };
  if (partySize(party) > MAX_PARTY)
    return { code: 'partyTooLarge', field: 'party', details: { limit: MAX_PARTY } };
  if (party.luggage > MAX_LUGGAGE) {
    return { code: 'tooMuchLuggage', field: 'party.luggage', details: { limit: MAX_LUGGAGE } };
  }
  return undefined;
}
