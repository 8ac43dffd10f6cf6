import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { withDatabase } from '../../../support/withDatabase.ts';
import { shiftEndSuite } from './shiftEndSuite.ts';

const database = withDatabase();

describe('the desk ends the shift of a driver who rings, on PostgreSQL', () => {
  shiftEndSuite(() => openHouse({ openStore: (clock) => database.openStore({ clock }) }));
});
