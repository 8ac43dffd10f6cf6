import { afterAll, beforeAll, describe } from 'vitest';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { feedSuite } from './feedSuite.ts';

describe('feed over the store in memory', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  feedSuite(() => house, 120);
});
