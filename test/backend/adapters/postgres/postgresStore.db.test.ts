import { SAMPLE_NOW } from '../../../support/sampleRows.ts';
import { withDatabase } from '../../../support/withDatabase.ts';
import { storeSuite } from '../../ports/storeSuite.ts';

const database = withDatabase();

storeSuite(() => database.openStore({ clock: { now: () => SAMPLE_NOW } }));
