import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { shiftEndSuite } from './shiftEndSuite.ts';

describe('the desk ends the shift of a driver who rings, in memory', () => {
  shiftEndSuite(() => openHouse());
});
