import { createBooking } from '../../backend/booking/index.ts';
import { createDispatch } from '../../backend/dispatch/index.ts';
import { createOperations } from '../../backend/operations/index.ts';
import type { Clock } from '../../backend/ports/clock.ts';
import type { Store } from '../../backend/ports/store.ts';
import { CountedIds } from '../../backend/simulation/index.ts';
import { StraightRoadMatrix, type Valley } from './smallValley.ts';

/** Stages of the valley in another process: they know nothing of what those of the first hold in memory. */
export type SecondProcess = Pick<Valley, 'booking' | 'dispatch' | 'operations'>;

/** @param store on connections of its own */
export function openSecondProcess(store: Store, clock: Clock): SecondProcess {
  const counted = new CountedIds();
  // Ids of the second process must not meet those of the first.
  const ids = { next: (prefix: string) => `other-${counted.next(prefix)}` };
  const dispatch = createDispatch({
    ...{ store, clock, ids },
    matrix: new StraightRoadMatrix(),
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked() {},
  });
  return {
    dispatch,
    booking: createBooking({ store, clock, ids, planning: dispatch }),
    operations: createOperations({ store, plan: dispatch, clock }),
  };
}
