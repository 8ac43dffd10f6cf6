import { daySecondOf } from '../../screen-kit/words/times.ts';
import { findCurrentShift } from '../store/driverDay.ts';
import { isOnDuty, isWorthReporting, type Sighting } from '../store/positionReports.ts';
import type { DriverStation } from './stationState.ts';

/**
 * Tells the office where the vehicle is, while the shift runs. Not in a trial: its vehicles are invented, and the
 * device may be anywhere. Where the driver says no to the browser's question, nothing is told.
 */
export function reportPositions(station: DriverStation): void {
  const geolocation = navigator.geolocation as Geolocation | undefined;
  let isWatching = false;
  let last: Sighting | null = null;

  function take(position: GeolocationPosition): void {
    const { shownDay } = station.state();
    if (shownDay === null) return;
    const second = daySecondOf(shownDay.day, station.now());
    const shift = findCurrentShift(shownDay, second);
    const { longitude: lon, latitude: lat } = position.coords;
    const next: Sighting = { lon, lat, at: position.timestamp };
    if (shift === undefined || !isOnDuty(shift, second) || !isWorthReporting(last, next)) return;
    last = next;
    station.reportPosition(shift.id, { lon, lat });
  }

  station.subscribe(() => {
    const { phase, system, account } = station.state();
    const isAtWork = phase === 'signedIn' && account?.role === 'driver' && system?.isTrial === false;
    if (isWatching || !isAtWork || geolocation === undefined) return;
    isWatching = true;
    geolocation.watchPosition(take, () => undefined, { enableHighAccuracy: true, maximumAge: 10_000 });
  });
}
