import type { Coordinates } from './coordinates.ts';
import { type DaySecond, JAPAN_UTC_OFFSET_MINUTES, type ServiceDay } from './time.ts';

/** The sun's centre this far below the horizon, in degrees, counts as set: its radius and the bending of light. */
const SET_DEGREES = -0.833;
const RADIANS = Math.PI / 180;

/**
 * Sunrise and sunset as seconds of the service day, to about two minutes (Meeus, Astronomical Algorithms, 1998, low
 * accuracy: declination and equation of time from the day of the year). For latitudes where the sun rises every day.
 */
export function sunOf(day: ServiceDay, { lon, lat }: Coordinates): { rise: DaySecond; set: DaySecond } {
  const date = Date.parse(`${day}T00:00:00Z`);
  const dayOfYear = (date - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000 + 1;
  const turn = (2 * Math.PI * (dayOfYear - 1 + 0.5)) / 365;
  const equationMinutes =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(turn) -
      0.032077 * Math.sin(turn) -
      0.014615 * Math.cos(2 * turn) -
      0.040849 * Math.sin(2 * turn));
  const declination =
    0.006918 -
    0.399912 * Math.cos(turn) +
    0.070257 * Math.sin(turn) -
    0.006758 * Math.cos(2 * turn) +
    0.000907 * Math.sin(2 * turn);
  const cosine =
    (Math.sin(SET_DEGREES * RADIANS) - Math.sin(lat * RADIANS) * Math.sin(declination)) /
    (Math.cos(lat * RADIANS) * Math.cos(declination));
  const halfDaySeconds = (Math.acos(Math.min(1, Math.max(-1, cosine))) / RADIANS) * 240;
  const noon = (720 - 4 * lon - equationMinutes + JAPAN_UTC_OFFSET_MINUTES) * 60;
  return { rise: Math.round(noon - halfDaySeconds), set: Math.round(noon + halfDaySeconds) };
}

/** Is the sun down at that second of the day? */
export function isDark(day: ServiceDay, second: DaySecond, at: Coordinates): boolean {
  const { rise, set } = sunOf(day, at);
  return second < rise || second > set;
}
