import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { HouseClient } from '../support/houseClient.ts';
import { type House, openHouse } from '../support/openHouse.ts';
import { oneVehicleTown, TOWN_DAY } from '../support/trialTown.ts';
import { withDatabase } from '../support/withDatabase.ts';

const RIDERS = 20;

/** Answers that say "somebody was quicker", each in its own words. */
const TOO_LATE = ['offerNoLongerPossible', 'offerTaken', 'noCapacity', 'staleVersion'];

describe('twenty people who want the last seat', () => {
  const database = withDatabase();
  /** Two processes on one database: neither can rely on a lock in its own memory. */
  const houses: House[] = [];
  let desks: HouseClient[];

  beforeAll(async () => {
    // One seat in all, and one place to be fetched at: whoever gets it fills the vehicle.
    const town = await oneVehicleTown([[1, 0, 0]]);
    const withoutNeeds = town.people.map((person) => ({ ...person, needs: [] }));
    const cast = { ...town, people: withoutNeeds };
    for (let i = 0; i < 2; i++) {
      houses.push(
        await openHouse({ town: cast, openStore: (clock) => database.openStore({ clock, poolSize: 12 }) }),
      );
    }
    desks = await Promise.all(houses.map((house) => house.signIn({ role: 'operator' })));
  });
  afterAll(async () => {
    for (const house of houses) await house.close();
  });

  it('twenty acceptances at once, through two processes: one wins, nineteen are told, nothing is half done', async () => {
    const [house] = houses;
    const points = house!.town.region.boardingPoints.slice(0, 2);
    const offers: string[] = [];
    for (let i = 0; i < RIDERS; i++) {
      const asked = await desks[i % 2]!.post('/api/v1/requests', {
        channel: 'phone',
        personId: house!.town.people[i]!.id,
        from: { kind: 'boardingPoint', id: points[0]!.id },
        to: { kind: 'boardingPoint', id: points[1]!.id },
        time: { kind: 'departAfter', day: TOWN_DAY, at: '10:00' },
      });
      // Everybody is offered the same first minutes, for nobody has booked yet.
      offers.push(asked.body.offers[0].id);
    }
    const answers = await Promise.all(
      offers.map((id, i) => desks[i % 2]!.post(`/api/v1/offers/${id}/accept`, {}, { 'Idempotency-Key': id })),
    );
    const winners = answers.filter((answer) => answer.status === 200);
    const losers = answers.filter((answer) => answer.status !== 200);
    expect(winners.length).toBeGreaterThanOrEqual(1);
    for (const loser of losers) {
      expect(loser.status).toBeLessThan(500);
      expect(TOO_LATE).toContain(loser.body.code);
    }
    const { rides, schedules, events } = await house!.store.read(SYSTEM_SCOPE, async (tables) => ({
      rides: await tables.rides.listByDay(TOWN_DAY),
      schedules: await tables.days.listSchedules(TOWN_DAY),
      events: await tables.events.listByDay(TOWN_DAY),
    }));
    const assigned = rides.filter((ride) => ride.status === 'assigned').map((ride) => ride.id);
    expect(assigned.sort()).toEqual(winners.map((answer) => answer.body.ride.id).sort());
    expect(rides.filter((ride) => ride.status === 'offered')).toHaveLength(RIDERS - winners.length);
    const stops = schedules.flatMap((schedule) => schedule.stops);
    expect(stops.flatMap((stop) => stop.pickups).sort()).toEqual(assigned);
    expect(Math.max(...stops.map((stop) => stop.loadAfter[0] ?? 0))).toBe(1);
    const booked = events.filter((event) => event.body.type === 'RideBooked');
    expect(booked.map((event) => event.rideId).sort()).toEqual(assigned);
    expect(winners).toHaveLength(1);
  });
});
