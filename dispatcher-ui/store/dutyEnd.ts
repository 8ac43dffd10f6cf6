import type { ShiftView } from '../../backend/contract/index.ts';

/** Until when the driver is at work: the shift's end, or when they went home before it. */
export function dutyEnd({ end, ended }: Pick<ShiftView, 'end' | 'ended'>): number {
  return Math.min(end, ended ?? end);
}
