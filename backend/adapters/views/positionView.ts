import type { PositionView } from '../../contract/index.ts';
import type { VehiclePosition } from '../../domain/schedule/shiftSchedule.ts';

/** Where a vehicle was last seen. */
export function positionView(position: VehiclePosition): PositionView {
  const { shiftId, lon, lat, at } = position;
  return { shiftId, lon, lat, at: new Date(at).toISOString() };
}
