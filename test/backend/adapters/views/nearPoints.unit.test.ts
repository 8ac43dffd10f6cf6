import { expect, it } from 'vitest';
import { openMemoryStore } from '../../../../backend/adapters/memory/index.ts';
import { readNearPoints } from '../../../../backend/adapters/views/nearPoints.ts';
import { shiftView } from '../../../../backend/adapters/views/shiftView.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { FakeClock } from '../../../../backend/simulation/index.ts';
import {
  SAMPLE_NOW,
  samplePoint,
  sampleRide,
  sampleSchedule,
  sampleShift,
} from '../../../support/sampleRows.ts';
import { sampleStop } from '../../../support/sampleStop.ts';

it('a door at which nobody gets in or out any more: the place near it, for everybody; somebody else’s door stays blurred', async () => {
  const store = openMemoryStore({ clock: new FakeClock(SAMPLE_NOW) });
  const point = samplePoint({ id: 'hall', name: '冨川集会所', coordinates: { lon: 139.8143, lat: 37.5571 } });
  const stop = sampleStop({ place: sampleRide().from, pickups: [], dropoffs: [] });
  const schedule = sampleSchedule({ stops: [stop, { ...stop, id: 'other', pickups: ['hidden'] }] });
  const fleet = { vehicles: new Map(), providers: new Map(), depots: new Map() };
  const near = await store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.places.insertBoardingPoints([point]);
    return readNearPoints(tables, [schedule]);
  });
  const places = shiftView(sampleShift(), schedule, fleet, () => false, near).stops.map((each) => each.place);
  expect(places[0]).toMatchObject({ id: 'near:hall', name: '冨川集会所', lon: 139.8143, lat: 37.5571 });
  expect(places[1]).toMatchObject({ id: 'door', name: 'お宅' });
});
