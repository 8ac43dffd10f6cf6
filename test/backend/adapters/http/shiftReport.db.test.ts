import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { withDatabase } from '../../../support/withDatabase.ts';
import { shiftReportSuite } from './shiftReportSuite.ts';

const database = withDatabase();

describe('the desk reports for a driver who rings, on PostgreSQL', () => {
  shiftReportSuite(() => openHouse({ openStore: (clock) => database.openStore({ clock }) }));
});
