import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkService } from '../../../backend/domain/service/checkService.ts';
import { rulesInForce } from '../../../backend/domain/service/rulesInForce.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { type DemandRequest, generateDemand } from '../../../seeds/demand/generateDemand.ts';
import { generatePeople } from '../../../seeds/people/generatePeople.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import { createRandom } from '../../../seeds/seededRandom.ts';

const region = await readRegion(fileURLToPath(new URL('../../../seeds/aizu', import.meta.url)));
const people = generatePeople(region, { count: 1_500, year: 2026 }, createRandom(3));
/** A Tuesday. */
const DAY = '2026-11-24';
const demand = generateDemand(region, people, { count: 1_000, day: DAY }, createRandom(4));

const outbound = demand.filter((request) => request.returnOf === null);
const homebound = demand.filter((request) => request.returnOf !== null);
const personOf = (request: DemandRequest) => people.find((person) => person.id === request.input.personId)!;
const pointById = new Map(region.boardingPoints.map((point) => [point.id, point]));
const hourOf = (request: DemandRequest): number => Math.floor(request.input.requested.second / 3600);

describe('generateDemand', () => {
  it('the same seed: the same day; another seed: another day', () => {
    expect(generateDemand(region, people, { count: 1_000, day: DAY }, createRandom(4))).toEqual(demand);
    expect(generateDemand(region, people, { count: 1_000, day: DAY }, createRandom(5))).not.toEqual(demand);
  });

  it.each([1, 2, 600, 5_000])('%d requests wanted: exactly as many, in the order of the calls', (count) => {
    const requests = generateDemand(region, people, { count, day: DAY }, createRandom(6));
    expect(requests).toHaveLength(count);
    expect(new Set(requests.map((request) => request.id)).size).toBe(count);
    for (const [index, request] of requests.slice(1).entries())
      expect(request.callSecond).toBeGreaterThanOrEqual(requests[index]!.callSecond);
  });

  it('nobody, or nowhere to go: no requests', () => {
    expect(generateDemand(region, [], { count: 10, day: DAY }, createRandom(1))).toEqual([]);
    const nowhere = { ...region, boardingPoints: [] };
    expect(generateDemand(nowhere, people, { count: 10, day: DAY }, createRandom(1))).toEqual([]);
  });

  it('a thousand requests by fifteen hundred people: nobody goes out twice', () => {
    const riders = outbound.map((request) => request.input.personId);
    expect(new Set(riders).size).toBe(riders.length);
  });

  it('ways home: from where the way out led, back to where it began, later', () => {
    expect(homebound.length).toBeGreaterThan(300);
    for (const request of homebound) {
      const there = demand.find((candidate) => candidate.id === request.returnOf)!;
      expect(request.input.from).toEqual(there.input.to);
      expect(request.input.to).toEqual(there.input.from);
      expect(request.input.requested.second).toBeGreaterThanOrEqual(there.input.requested.second + 45 * 60);
    }
  });

  it('peaks: doctors before eleven, ways home mostly from eleven to three', () => {
    const doctors = outbound.filter(({ purpose }) => purpose === 'hospital' || purpose === 'clinic');
    const early = doctors.filter((request) => hourOf(request) < 11).length;
    expect(early / doctors.length).toBeGreaterThan(0.7);
    const midday = homebound.filter((request) => hourOf(request) >= 11 && hourOf(request) < 15).length;
    expect(midday / homebound.length).toBeGreaterThan(0.6);
  });

  it('borders: most stay in their municipality, hospitals draw across it', () => {
    const isCross = (request: DemandRequest): boolean =>
      pointById.get((request.input.to as { id: string }).id)!.municipality !== personOf(request).municipality;
    const hospital = outbound.filter((request) => request.purpose === 'hospital');
    const other = outbound.filter((request) => request.purpose !== 'hospital');
    expect(other.filter(isCross).length / other.length).toBeLessThan(0.25);
    expect(hospital.filter(isCross).length / hospital.length).toBeGreaterThan(0.2);
    const cities = new Set(
      hospital
        .filter(isCross)
        .map((request) => pointById.get((request.input.to as { id: string }).id)!.municipality),
    );
    expect([...cities]).toEqual(expect.arrayContaining(['07202', '07208', '07421']));
  });

  it('wheelchairs: fetched at the door, brought where a wheelchair gets out', () => {
    const seated = outbound.filter((request) =>
      request.input.needs.some((need) => need === 'wheelchair' || need === 'stretcher'),
    );
    expect(seated.length).toBeGreaterThan(5);
    for (const request of seated) {
      expect(request.input.from).toEqual({ kind: 'home' });
      expect(pointById.get((request.input.to as { id: string }).id)!.isWheelchairReachable).toBe(true);
    }
  });

  it('rules of the regional service: nearly all requests keep them', () => {
    const service = region.operations.services.find((one) => one.id === 'aizu-ainori')!;
    const rules = rulesInForce(service, DAY)!;
    const refused = demand.filter((request) => {
      const person = personOf(request);
      const home = {
        id: `door:${person.id}`,
        name: '',
        municipality: person.municipality,
        coordinates: person.home,
      };
      const placeOf = (said: DemandRequest['input']['from']) =>
        said.kind === 'boardingPoint' ? pointById.get(said.id)! : home;
      return checkService(rules, {
        person,
        from: placeOf(request.input.from),
        to: placeOf(request.input.to),
        day: DAY,
        requested: request.input.requested,
        now: momentOf(DAY, 0) + request.callSecond * 1000,
      });
    });
    expect(refused.length / demand.length).toBeLessThan(0.01);
  });

  it('channels: nine in ten by telephone', () => {
    const calls = demand.filter((request) => request.input.channel === 'phone').length;
    expect(calls / demand.length).toBeGreaterThan(0.75);
    expect(new Set(demand.map((request) => request.input.channel))).toEqual(
      new Set(['phone', 'web', 'clinic']),
    );
  });

  it('Sunday: the doctors are closed, the shops are not', () => {
    const sunday = generateDemand(region, people, { count: 500, day: '2026-11-22' }, createRandom(4));
    const count = (purpose: string): number => sunday.filter((request) => request.purpose === purpose).length;
    expect(count('shopping')).toBeGreaterThan(count('hospital') * 4);
  });
});
