import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { withDatabase } from '../../../support/withDatabase.ts';
import { actingForSuite } from './actingForSuite.ts';

const database = withDatabase();

describe('acting for a rider, on PostgreSQL', () => {
  actingForSuite(() => openHouse({ openStore: (clock) => database.openStore({ clock }) }));
});
