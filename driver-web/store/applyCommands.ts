import type { DriverCommand, RideView, ShiftView, StopView } from '../../backend/contract/index.ts';
import { type DriverDay, listUnfinished } from './driverDay.ts';

/** A driver's report with the second of the service day at which it was tapped. */
export interface TimedCommand {
  readonly command: DriverCommand;
  readonly second: number;
}

/**
 * The day as it will stand once the server has taken the commands: server day + pending commands = shown day.
 * A command that the server's day already contains, or that no longer fits, changes nothing.
 */
export function applyCommands(day: DriverDay, commands: readonly TimedCommand[]): DriverDay {
  return commands.reduce(applyCommand, day);
}

/** True when the server's day already shows what the command reported, so that applying it changes nothing. */
export function isReflected(day: DriverDay, command: DriverCommand): boolean {
  return applyCommand(day, { command, second: 0 }) === day;
}

function applyCommand(day: DriverDay, { command, second }: TimedCommand): DriverDay {
  switch (command.type) {
    case 'stop:arrive':
      return arriveAt(day, command.shiftId, command.stopId, second);
    case 'stop:takeBackArrival':
      return takeBackArrival(day, command.shiftId, command.stopId);
    case 'stop:depart':
      return changeStop(day, command.shiftId, command.stopId, (stop) =>
        stop.state === 'departed' ? stop : { ...stop, state: 'departed', performedDeparture: second },
      );
    case 'ride:board':
      return changeRide(day, command.rideId, ['assigned', 'vehicleArrived'], {
        status: 'onBoard',
        performedPickup: second,
      });
    case 'ride:alight':
      return changeRide(day, command.rideId, ['onBoard'], { status: 'done', performedDropoff: second });
    case 'ride:noShow':
      return changeRide(day, command.rideId, ['assigned', 'vehicleArrived'], { status: 'noShow' });
    case 'shift:end':
      return endShift(day, command.shiftId, second);
    case 'shift:takeBackEnd':
      return changeShift(day, command.shiftId, takeBackEnd);
    case 'vehicle:position':
      return day;
  }
}

function arriveAt(day: DriverDay, shiftId: string, stopId: string, second: number): DriverDay {
  const arrived = changeStop(day, shiftId, stopId, (stop) =>
    stop.state === 'planned' ? { ...stop, state: 'arrived', performedArrival: second } : stop,
  );
  if (arrived === day) return day;
  const stop = findStop(arrived, shiftId, stopId);
  return (stop?.pickups ?? []).reduce(
    (current, rideId) => changeRide(current, rideId, ['assigned'], { status: 'vehicleArrived' }),
    arrived,
  );
}

function takeBackArrival(day: DriverDay, shiftId: string, stopId: string): DriverDay {
  const awaited = changeStop(day, shiftId, stopId, (stop) =>
    stop.state === 'arrived' ? { ...stop, state: 'planned', performedArrival: null } : stop,
  );
  const stop = findStop(awaited, shiftId, stopId);
  if (awaited === day || stop === undefined) return day;
  return stop.pickups.reduce(
    (current, rideId) => changeRide(current, rideId, ['vehicleArrived'], { status: 'assigned' }),
    awaited,
  );
}

/** A stop ahead at which nobody gets in or out is over with the shift. */
function endShift(day: DriverDay, shiftId: string, second: number): DriverDay {
  return changeShift(day, shiftId, (shift) => {
    if (shift.ended !== undefined || listUnfinished(day, shift).length > 0) return shift;
    const left = shift.stops
      .filter(({ state }) => state !== 'planned')
      .map((stop): StopView => {
        if (stop.state === 'departed') return stop;
        return { ...stop, state: 'departed', performedDeparture: second };
      });
    return { ...shift, ended: second, stops: left };
  });
}

function takeBackEnd(shift: ShiftView): ShiftView {
  if (shift.ended === undefined) return shift;
  const { ended: _ended, endedBy: _endedBy, ...open } = shift;
  return open;
}

function changeShift(day: DriverDay, shiftId: string, change: (shift: ShiftView) => ShiftView): DriverDay {
  const shift = day.shifts.find(({ id }) => id === shiftId);
  const changed = shift && change(shift);
  if (changed === shift) return day;
  return { ...day, shifts: day.shifts.map((other) => (other === shift ? changed! : other)) };
}

function findStop(day: DriverDay, shiftId: string, stopId: string): StopView | undefined {
  return day.shifts.find((shift) => shift.id === shiftId)?.stops.find((stop) => stop.id === stopId);
}

function changeStop(
  day: DriverDay,
  shiftId: string,
  stopId: string,
  change: (stop: StopView) => StopView,
): DriverDay {
  return changeShift(day, shiftId, (shift) => {
    const stop = shift.stops.find(({ id }) => id === stopId);
    const changed = stop && change(stop);
    if (changed === stop) return shift;
    return { ...shift, stops: shift.stops.map((other) => (other === stop ? changed! : other)) };
  });
}

function changeRide(
  day: DriverDay,
  rideId: string,
  from: readonly RideView['status'][],
  change: Partial<RideView>,
): DriverDay {
  const ride = day.rides.get(rideId);
  if (ride === undefined || !from.includes(ride.status)) return day;
  const rides = new Map(day.rides);
  rides.set(rideId, { ...ride, ...change });
  return { ...day, rides };
}
