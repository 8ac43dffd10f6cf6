import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../../backend/domain/units/coordinates.ts';
import { apportion } from '../../../seeds/people/apportion.ts';
import { generatePeople } from '../../../seeds/people/generatePeople.ts';
import { createMunicipalityLocator } from '../../../seeds/region/municipalityLocator.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import { createRandom } from '../../../seeds/seededRandom.ts';
import { smallRegionFiles } from '../../support/smallRegion.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

const region = await readRegion(fileURLToPath(new URL('../../../seeds/aizu', import.meta.url)));
const people = generatePeople(region, { count: 2_000, year: 2026 }, createRandom(11));

describe('generatePeople', () => {
  it('the same seed: the same people; another seed: others', () => {
    expect(generatePeople(region, { count: 2_000, year: 2026 }, createRandom(11))).toEqual(people);
    expect(generatePeople(region, { count: 2_000, year: 2026 }, createRandom(12))).not.toEqual(people);
  });

  it('two thousand people: ids of their own, in proportion to the over-65 of each municipality', () => {
    expect(people).toHaveLength(2_000);
    expect(new Set(people.map((person) => person.id)).size).toBe(2_000);
    // Aizuwakamatsu: 2,000 × 34,214 / 79,527 = 860.4; Showa: 2,000 × 692 / 79,527 = 17.4
    expect(people.filter((person) => person.municipality === '07202')).toHaveLength(860);
    expect(people.filter((person) => person.municipality === '07446')).toHaveLength(17);
  });

  it('homes: in the own municipality, near the hamlet, beside a road', () => {
    const locate = createMunicipalityLocator(region.municipalities);
    for (const person of people) {
      expect(locate(person.home), person.id).toBe(person.municipality);
      const hamlets = region.places.filter(
        (place) => place.name === person.hamlet && place.municipality === person.municipality,
      );
      const metres = Math.min(...hamlets.map((place) => distanceMetres(place.coordinates, person.home)));
      expect(metres, person.id).toBeLessThan(650);
    }
  });

  it('a region read without roads: homes around the hamlets', () => {
    const roadless = { ...region, roads: { nodes: [], edges: [] } };
    const scattered = generatePeople(roadless, { count: 200, year: 2026 }, createRandom(1));
    expect(scattered).toHaveLength(200);
    expect(new Set(scattered.map((person) => `${person.home.lon},${person.home.lat}`)).size).toBeGreaterThan(
      100,
    );
  });

  it('a hamlet at the border: nobody lives on the other side', async () => {
    const files = smallRegionFiles();
    // The border runs at 139.2; the hamlet's houses stand up to 250 m from 139.1995, which is 44 m west of it.
    files.set('places.csv', files.get('places.csv')!.replaceAll('139.1,37.', '139.1995,37.'));
    const small = await withTemporaryFolder(async (folder) => {
      await writeFiles(folder, files);
      return readRegion(folder, { withoutRoads: true });
    });
    const locate = createMunicipalityLocator(small.municipalities);
    for (const person of generatePeople(small, { count: 200, year: 2026 }, createRandom(1)))
      expect(locate(person.home), person.id).toBe(person.municipality);
  });

  it('telephones: never assigned numbers, one for each household', () => {
    const phones = new Map<string, Set<string>>();
    for (const person of people) {
      expect(person.phone).toMatch(/^024[12]-0\d-\d{4}$/);
      phones.set(person.phone, (phones.get(person.phone) ?? new Set()).add(person.householdId));
    }
    expect([...phones.values()].every((households) => households.size === 1)).toBe(true);
  });

  it('households: one family, one home, at most three riders', () => {
    const households = new Map<string, (typeof people)[number][]>();
    for (const person of people)
      households.set(person.householdId, [...(households.get(person.householdId) ?? []), person]);
    for (const members of households.values()) {
      expect(members.length).toBeLessThanOrEqual(3);
      for (const key of ['familyName', 'hamlet', 'phone'] as const)
        expect(new Set(members.map((member) => member[key])).size).toBe(1);
    }
    expect([...households.values()].some((members) => members.length > 1)).toBe(true);
  });

  it('ages: nine in ten over 65, somebody over 90, nobody born in the future', () => {
    const ages = people.map((person) => 2026 - person.birthYear);
    expect(ages.filter((age) => age >= 65).length / ages.length).toBeGreaterThan(0.85);
    expect(Math.max(...ages)).toBeGreaterThan(90);
    expect(Math.min(...ages)).toBeGreaterThan(5);
  });

  it('needs: wheelchairs, walkers and stretchers occur, most people need nothing', () => {
    const share = (need: string): number =>
      people.filter((person) => person.needs.some((one) => one === need)).length / people.length;
    expect(share('wheelchair')).toBeGreaterThan(0.005);
    expect(share('wheelchair')).toBeLessThan(0.1);
    expect(share('walker')).toBeGreaterThan(0.05);
    expect(people.filter((person) => person.needs.length === 0).length / people.length).toBeGreaterThan(0.5);
  });

  it('names: kana is hiragana only; many share the commonest surname', () => {
    for (const person of people)
      expect(`${person.familyKana}${person.givenKana}`, person.id).toMatch(/^[ぁ-ゖー]+$/);
    expect(people.filter((person) => person.familyName === '佐藤').length).toBeGreaterThan(60);
    expect(people.some((person) => person.houseName !== null)).toBe(true);
  });
});

describe('apportion', () => {
  it.each([
    // 10 × 1/3 = 3.33 each; the remainder goes to the first
    [10, [1, 1, 1], [4, 3, 3]],
    // 7 × 0.5 = 3.5, 7 × 0.3 = 2.1, 7 × 0.2 = 1.4: the largest remainder is 0.5
    [7, [5, 3, 2], [4, 2, 1]],
    [3, [0, 0], [2, 1]],
    [0, [5, 1], [0, 0]],
  ])('%d by %j: %j', (total, weights, parts) => {
    expect(apportion(total, weights)).toEqual(parts);
  });
});
