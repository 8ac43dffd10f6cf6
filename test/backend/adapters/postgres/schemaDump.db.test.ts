import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { dumpSchema } from '../../../support/dumpSchema.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const COMMITTED = new URL('../../../../backend/adapters/postgres/schema.sql', import.meta.url);

const database = withDatabase();

it('the committed schema: is what the migrations make (node --import tsx scripts/writeSchemaDump.ts)', async () => {
  expect(await dumpSchema(database.url)).toBe(await readFile(COMMITTED, 'utf8'));
});
