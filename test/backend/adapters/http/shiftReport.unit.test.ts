import { describe } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { shiftReportSuite } from './shiftReportSuite.ts';

describe('the desk reports for a driver who rings, in memory', () => {
  shiftReportSuite(() => openHouse());
});
