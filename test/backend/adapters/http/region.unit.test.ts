import { expect, it } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';

it('the region: for how many days ahead bookings are taken, by the rules in force today', async () => {
  const house = await openHouse();
  const rider = await house.signIn({ role: 'rider' });
  expect((await rider.get('/api/v1/region')).body).toMatchObject({ daysAhead: 14 });
  await house.close();
});
