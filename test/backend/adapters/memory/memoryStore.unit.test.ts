import { openMemoryStore } from '../../../../backend/adapters/memory/index.ts';
import { SAMPLE_NOW } from '../../../support/sampleRows.ts';
import { storeSuite } from '../../ports/storeSuite.ts';

storeSuite(async () => openMemoryStore({ clock: { now: () => SAMPLE_NOW } }));
