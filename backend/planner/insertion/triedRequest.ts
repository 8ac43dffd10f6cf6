import type { PreparedDay } from './preparedDay.ts';
import { BLOCK, METRES_FROM, SECONDS_FROM } from './travelRows.ts';

/** A request about to be tried everywhere: its figures and the travel to and from its two places. */
export interface TriedRequest {
  readonly number: number;
  readonly pickupPlace: number;
  readonly dropoffPlace: number;
  /** Travel blocks of the two places, see `TravelRowStore`. */
  readonly pickupBlock: Int32Array;
  readonly dropoffBlock: Int32Array;
  /** Windows, the dropoff's narrowed by what the ride allows. */
  readonly pickupFrom: number;
  readonly pickupBy: number;
  readonly dropoffFrom: number;
  readonly dropoffBy: number;
  readonly pickupOpen: number;
  readonly pickupJoin: number;
  readonly dropoffOpen: number;
  readonly dropoffJoin: number;
  /** Dwell of the dropoff right behind the pickup. */
  readonly dropoffDwellBoth: number;
  readonly maxRide: number;
  /** Seconds and metres from pickup to dropoff, the least of all layers. */
  readonly rideSeconds: number;
  readonly rideMetres: number;
  /** Direct seconds as the objective counts them. */
  readonly direct: number;
  /** `[class]`: 1 when skills and provider suit. */
  readonly suits: Uint8Array;
  /** `[load number]`: 1 when the party still fits. */
  readonly fits: Uint8Array;
  /** Weights per second. */
  readonly excessPrice: number;
  readonly waitPrice: number;
}

/** Gathers what is needed to try request r. */
export function gatherRequest(day: PreparedDay, r: number): TriedRequest {
  const { prepared } = day;
  const request = prepared.requests[r]!;
  const pickupBlock = day.rows.readBlock(prepared.travel, request.pickupLocation);
  const toDropoff = (request.dropoffLocation + 1) * BLOCK;
  const p = r * 2;
  const d = p + 1;
  const dropoffFrom = Math.max(prepared.earliest[d]!, prepared.earliest[p]! + prepared.joinDwell[p]!);
  return {
    number: r,
    pickupPlace: request.pickupLocation,
    dropoffPlace: request.dropoffLocation,
    pickupBlock,
    dropoffBlock: day.rows.readBlock(prepared.travel, request.dropoffLocation),
    pickupFrom: Math.max(
      prepared.earliest[p]!,
      prepared.earliest[d]! - prepared.maxRide[r]! - prepared.openDwell[p]!,
    ),
    pickupBy: Math.min(prepared.latest[p]!, prepared.latest[d]! - prepared.joinDwell[p]!),
    dropoffFrom,
    dropoffBy: Math.min(
      prepared.latest[d]!,
      prepared.latest[p]! + prepared.openDwell[p]! + prepared.maxRide[r]!,
    ),
    pickupOpen: prepared.openDwell[p]!,
    pickupJoin: prepared.joinDwell[p]!,
    dropoffOpen: prepared.openDwell[d]!,
    dropoffJoin: prepared.joinDwell[d]!,
    dropoffDwellBoth:
      request.pickupLocation === request.dropoffLocation ? prepared.joinDwell[d]! : prepared.openDwell[d]!,
    maxRide: prepared.maxRide[r]!,
    rideSeconds: pickupBlock[toDropoff + SECONDS_FROM]!,
    rideMetres: pickupBlock[toDropoff + METRES_FROM]!,
    direct: prepared.direct[r]!,
    suits: Uint8Array.from(day.classes, ({ skills, operator }) =>
      (request.neededSkills & ~skills) === 0 && (request.allowedOperators & operator) !== 0 ? 1 : 0,
    ),
    fits: day.loads.fitting(request.load),
    excessPrice: prepared.weights.excessRideHour / 3600,
    waitPrice: prepared.weights.waitHour / 3600,
  };
}
