import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { actingForSuite } from './actingForSuite.ts';

describe('acting for a rider, in memory', () => {
  actingForSuite(() => openHouse());
});
