import type { Rejection } from '../domain/rejection/rejection.ts';
import type { RideStep } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';

/**
 * What is written in the same transaction as a booking or a cancellation.
 * @param step of the ride; null where no ride changes
 * @returns a rejection rolls everything back
 */
export type Alongside = (tables: Tables, step: RideStep | null) => Promise<Rejection | undefined>;

/** Writes nothing else. */
export const nothingElse: Alongside = async () => undefined;

/** A decided step, refused where what is written alongside is refused. */
export async function withAlongside(
  tables: Tables,
  decided: Outcome<RideStep, Rejection>,
  alongside: Alongside,
): Promise<Outcome<RideStep, Rejection>> {
  if (!decided.ok) return decided;
  const rejection = await alongside(tables, decided.value);
  return rejection ? refusal(rejection) : decided;
}
