/** Middle of the region the drivers work in, degrees. A few hundred kilometres off still give the right quarter hour. */
const LATITUDE = 37.5;
const LONGITUDE = 139.9;

const DAY_MS = 86_400_000;
const RADIANS = Math.PI / 180;

/**
 * Is it dark outside, so that a bright screen would blind? True while the sun is below the horizon by more than a
 * degree. Declination by Cooper (1969), which is within half a degree all year.
 * @param moment ms since 1970
 */
export function isDarkOutside(moment: number): boolean {
  return sunHeight(moment) < -1;
}

/** Height of the sun over the horizon in degrees, equation of time left out (at most four degrees of hour angle). */
export function sunHeight(moment: number): number {
  const year = new Date(moment).getUTCFullYear();
  const dayOfYear = Math.floor((moment - Date.UTC(year, 0, 1)) / DAY_MS) + 1;
  const declination = 23.45 * Math.sin((RADIANS * 360 * (284 + dayOfYear)) / 365);
  const solarHours = ((moment % DAY_MS) / DAY_MS) * 24 + LONGITUDE / 15;
  const hourAngle = (solarHours - 12) * 15;
  const sine =
    Math.sin(LATITUDE * RADIANS) * Math.sin(declination * RADIANS) +
    Math.cos(LATITUDE * RADIANS) * Math.cos(declination * RADIANS) * Math.cos(hourAngle * RADIANS);
  return Math.asin(sine) / RADIANS;
}
