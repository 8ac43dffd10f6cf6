import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { PLACE_PHRASES, readImportedRegion } from '../../../support/placePhrases.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

/** How many of the phrases may miss: two in a hundred. */
const ALLOWED_MISSES = 0.02;

const region = await readImportedRegion();
const database = withDatabase();

describe('places as said on the telephone', () => {
  it.skipIf(!region)(
    '200 phrases of Aizu (needs npm run region:import -- --from … --to var/aizu): the right place is among the first five',
    async () => {
      const { municipalities, places } = region!;
      const store = await database.openStore();
      await store.write(SYSTEM_SCOPE, async (tables) => {
        await tables.places.insertMunicipalities(municipalities);
        await tables.places.insertPlaces(places);
      });
      const missed: string[] = [];
      await store.read(SYSTEM_SCOPE, async (tables) => {
        for (const { said, name, municipality } of PLACE_PHRASES) {
          const found = await tables.places.searchPlaces(said, 5);
          const isThere = found.some((place) => place.name === name && place.municipality === municipality);
          if (!isThere) missed.push(`${said}: ${name}, not ${found.map((place) => place.name).join('・')}`);
        }
      });
      expect(PLACE_PHRASES).toHaveLength(200);
      expect(missed.length / PLACE_PHRASES.length, missed.join('\n')).toBeLessThanOrEqual(ALLOWED_MISSES);
    },
  );
});
