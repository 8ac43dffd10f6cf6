import { expect, it } from 'vitest';
import { runsOver } from '../../../../backend/domain/road/runsOver.ts';

/** A degree of latitude is about 111,195 m: so many metres north of 37.5. */
const north = (metres: number) => 37.5 + metres / 111_195;
const at = (lonMetres: number, latMetres: number) => ({
  lon: 139.8 + lonMetres / (111_195 * Math.cos((37.5 * Math.PI) / 180)),
  lat: north(latMetres),
});

/** Closed from 100 m to 300 m north. */
const CLOSED = [[at(0, 100), at(0, 200), at(0, 300)]];

it.each([
  ['along all of it', [at(0, 0), at(0, 400)], true],
  ['into it for 40 m and back', [at(0, 0), at(0, 140), at(0, 0)], true],
  ['up to the barrier', [at(0, 0), at(0, 100)], false],
  ['across it at a junction', [at(-200, 200), at(200, 200)], false],
  ['along a road 20 m beside it', [at(20, 0), at(20, 400)], false],
])('a line %s: %o runs over it: %s', (_name, line, expected) => {
  expect(runsOver(line, CLOSED)).toBe(expected);
});

it('a closed bridge of 20 m: driving over it counts, though it is shorter than a crossing', () => {
  // half of 20 m is 10 m; 20 m are driven
  expect(runsOver([at(0, 0), at(0, 400)], [[at(0, 100), at(0, 120)]])).toBe(true);
});
