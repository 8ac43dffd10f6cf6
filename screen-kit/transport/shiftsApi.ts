import type { ShiftEndAnswer } from '../../backend/contract/index.ts';

/** Deciding for drivers who ring. `key`: as for bookings. */
export interface ShiftsApi {
  /** The driver goes home: nobody else is given to the vehicle. */
  readonly endShift: (shiftId: string, key: string) => Promise<ShiftEndAnswer>;
  /** The driver goes on after all. */
  readonly goOnWithShift: (shiftId: string, key: string) => Promise<ShiftEndAnswer>;
}

interface Asking {
  readonly post: <Answer>(path: string, body: unknown, idempotencyKey: string) => Promise<Answer>;
}

export function createShiftsApi({ post }: Asking): ShiftsApi {
  const end = (shiftId: string) => `shifts/${encodeURIComponent(shiftId)}/end`;
  return {
    endShift: (shiftId, key) => post(end(shiftId), {}, key),
    goOnWithShift: (shiftId, key) => post(`${end(shiftId)}/undo`, {}, key),
  };
}
