import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Clash } from '../domain/ride/findClash.ts';
import { clockText } from '../domain/units/time.ts';

/** Says which ride stands in the way; whoever may see it is shown it. */
export function clashRejection({ code, ride }: Clash): Rejection {
  const time = clockText(ride.scheduled.pickup ?? ride.promise?.pickup.earliest ?? 0);
  return { code, field: 'time', details: { time, rideId: ride.id } };
}
