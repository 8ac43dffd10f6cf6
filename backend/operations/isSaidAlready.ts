import type { ShiftPicture } from '../ports/shiftRevision.ts';
import type { ScheduleWord } from './operations.ts';

/** Does the shift stand as the report says, by the driver's word or the desk's for the driver? Pure. */
export function isSaidAlready({ shift, schedule, rides }: ShiftPicture, word: ScheduleWord): boolean {
  const stop = 'stopId' in word ? schedule.stops.find(({ id }) => id === word.stopId) : undefined;
  const ride = 'rideId' in word ? rides.get(word.rideId) : undefined;
  const status = ride?.shiftId === shift.id ? ride.status : undefined;
  switch (word.type) {
    case 'arrive':
      return stop !== undefined && stop.state !== 'planned' && stop.performedArrival !== null;
    case 'depart':
      return stop?.state === 'departed' && stop.performedDeparture !== null;
    case 'board':
      return status === 'onBoard' || status === 'done';
    case 'alight':
      return status === 'done';
    case 'noShow':
      return status === 'noShow';
    case 'endShift':
      return schedule.ended !== undefined;
    case 'takeBackArrival':
    case 'takeBackEnd':
      return false;
  }
}
