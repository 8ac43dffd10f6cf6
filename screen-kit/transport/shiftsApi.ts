import type { DeskReport, DeskReportAnswer, ShiftEndAnswer } from '../../backend/contract/index.ts';

/** Deciding for drivers who ring. `key`: as for bookings. */
export interface ShiftsApi {
  /** What the driver says by telephone of the stop, or of a rider there. */
  readonly reportForDriver: (shiftId: string, report: DeskReport, key: string) => Promise<DeskReportAnswer>;
  /** The driver goes home: nobody else is given to the vehicle. */
  readonly endShift: (shiftId: string, key: string) => Promise<ShiftEndAnswer>;
  /** The driver goes on after all. */
  readonly goOnWithShift: (shiftId: string, key: string) => Promise<ShiftEndAnswer>;
}

interface Asking {
  readonly post: <Answer>(path: string, body: unknown, idempotencyKey: string) => Promise<Answer>;
}

export function createShiftsApi({ post }: Asking): ShiftsApi {
  const shift = (shiftId: string) => `shifts/${encodeURIComponent(shiftId)}`;
  const end = (shiftId: string) => `${shift(shiftId)}/end`;
  return {
    reportForDriver: (shiftId, report, key) => post(`${shift(shiftId)}/reports`, report, key),
    endShift: (shiftId, key) => post(end(shiftId), {}, key),
    goOnWithShift: (shiftId, key) => post(`${end(shiftId)}/undo`, {}, key),
  };
}
