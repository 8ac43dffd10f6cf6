import { expect, it, vi } from 'vitest';
import { bookFromHome } from '../../../support/bookFromHome.ts';
import { openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

it('entries of one person made one: on the days of their rides whoever is to be apart now is parted at once', async () => {
  const house = await openHouse();
  const [kept, gone, other] = house.town.people;
  await bookFromHome(house, { personId: gone!.id });
  const dispatcher = await house.signIn({ role: 'dispatcher' });
  const entry = { from: { kind: 'rider', personId: other!.id }, reason: '口論' };
  await dispatcher.post(`/api/v1/people/${kept!.id}/apart`, entry);

  const part = vi.spyOn(house.stages.dispatch, 'partTogether');
  const operator = await house.signIn({ role: 'operator' });
  const wish = { revision: kept!.revision, goneId: gone!.id, goneRevision: gone!.revision };
  expect((await operator.post(`/api/v1/people/${kept!.id}/merge`, wish)).status).toBe(201);
  expect(part.mock.calls.map(([day]) => day)).toEqual([TOWN_DAY]);
  await house.close();
});
