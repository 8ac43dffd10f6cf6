import { describe, expect, it } from 'vitest';
import { usualRides } from '../../../backend/booking/index.ts';
import { weekdayOf } from '../../../backend/domain/units/time.ts';
import { generateHistory } from '../../../seeds/history/generateHistory.ts';
import { createRandom } from '../../../seeds/seededRandom.ts';
import { readTrialTown, TOWN_DAY } from '../../support/trialTown.ts';

async function history() {
  const { region, people } = await readTrialTown();
  const wish = { today: TOWN_DAY, weeks: 6, people: 20 };
  return { people, region, rides: generateHistory(region, people, wish, createRandom(1)) };
}

describe('invented history', () => {
  it('twenty people, six weeks: past weekdays only, there and back, ids in order', async () => {
    const { rides } = await history();
    expect(rides.length).toBeGreaterThan(100);
    expect(rides.map(({ id }) => id)).toEqual(rides.map((_, i) => `past-${String(i + 1).padStart(5, '0')}`));
    for (const ride of rides) {
      expect(ride.day < TOWN_DAY && weekdayOf(ride.day) % 6 !== 0).toBe(true);
      expect(ride.performed.pickup!).toBeLessThan(ride.performed.dropoff!);
    }
    const homes = rides.filter(({ returnOf }) => returnOf !== null);
    expect(homes).toHaveLength(rides.length / 2);
  });

  it('the same seed: the same rides', async () => {
    expect((await history()).rides).toEqual((await history()).rides);
  });

  it('everybody with history: usual rides on the card', async () => {
    const { people, region, rides } = await history();
    const points = new Set(region.boardingPoints.map(({ id }) => id));
    const ids = new Set(rides.map(({ personId }) => personId));
    for (const person of people.filter(({ id }) => ids.has(id))) {
      const own = rides.filter(({ personId }) => personId === person.id);
      const now = { today: TOWN_DAY, nowSecond: 8 * 3600 };
      const isKnownPoint = (id: string) => points.has(id);
      const usual = usualRides({ person, rides: own, isKnownPoint, ...now });
      expect(usual[0]).toMatchObject({ from: { kind: 'home' }, wayHome: { kind: 'departAfter' } });
    }
  });
});
