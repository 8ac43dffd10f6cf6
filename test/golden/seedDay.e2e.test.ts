import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoadTravelMatrix } from '../../backend/adapters/osrm/travelMatrix.ts';
import { type OpenRoads, openRoads } from '../../backend/main/openRoads.ts';
import { createProgress } from '../../backend/main/progress.ts';
import { inventCast, type PlayedDay, playDay, pointsOf } from '../../backend/simulate/playDay.ts';
import type { SimulateOptions } from '../../backend/simulate/simulateOptions.ts';
import { readRegion } from '../../seeds/region/readRegion.ts';

/**
 * A seed day of the trial region against the file beside this test. A difference is an early warning: look at it, and
 * where it is meant, write the file anew with `AINORI_GOLDEN=write` and say why in the commit.
 */
const GOLDEN = fileURLToPath(new URL('./seedDay.txt', import.meta.url));

const options: SimulateOptions = {
  region: fileURLToPath(new URL('../../seeds/aizu', import.meta.url)),
  requests: 120,
  vehicles: null,
  seed: 1,
  day: '2026-06-10',
  pace: 'varied',
  onCall: 0,
  flexible: 0,
  improve: 0,
  improveEveryMinutes: 10,
};

let roads: OpenRoads;
const quiet = createProgress(() => {});

beforeAll(async () => {
  roads = await openRoads({ osrmUrl: null, regionFolder: options.region }, quiet);
});

afterAll(() => roads.stop());

async function play(): Promise<PlayedDay> {
  const cast = inventCast(await readRegion(options.region), options);
  const matrix = await RoadTravelMatrix.open({
    layers: [{ fromSecond: 0, roadStateId: 'open', roads: roads.roads }],
    points: pointsOf(cast),
    deadlineMs: 60_000,
  });
  try {
    return await playDay(cast, options, matrix, quiet);
  } finally {
    matrix.close();
  }
}

/** The day's figures as a person reads them. */
function describeDay(day: PlayedDay): string {
  const minutes = (seconds: number | null) =>
    seconds === null ? 'none' : `${(seconds / 60).toFixed(1)} min`;
  const percent = (share: number | null) => (share === null ? 'none' : `${(share * 100).toFixed(1)} %`);
  const denied = Object.entries(day.denied).map(([code, count]) => `${count} ${code}`);
  return [
    `requests          ${day.requests}`,
    `served            ${day.served}`,
    `denied            ${denied.join(', ') || 'none'}`,
    `mean wait         ${minutes(day.meanWaitSeconds)}`,
    `mean detour       ${minutes(day.meanDetourSeconds)}`,
    `on time           ${percent(day.onTimeShare)}`,
    `per vehicle hour  ${day.tripsPerVehicleHour?.toFixed(2)}`,
    `kilometres        ${day.kilometres.toFixed(0)}, ${percent(day.emptyShare)} of them empty`,
    `broken promises   ${day.brokenPromises}`,
    `violations        ${day.violations} in ${day.schedulesChecked} schedules`,
    '',
  ].join('\n');
}

it('the seed day of the trial region: played twice the same, and as the file says', {
  timeout: 240_000,
}, async () => {
  const day = await play();
  expect(JSON.stringify(await play())).toBe(JSON.stringify(day));
  expect(day.violations).toBe(0);
  const text = describeDay(day);
  if (process.env.AINORI_GOLDEN === 'write') writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
});
