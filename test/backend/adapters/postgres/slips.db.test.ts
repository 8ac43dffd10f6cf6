import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Place } from '../../../../backend/domain/place/place.ts';
import { fillRegion } from '../../../../backend/main/fillRegion.ts';
import { findRiders } from '../../../../backend/riders/index.ts';
import { slipCorpus } from '../../../support/slipCorpus.ts';
import { readTrialTown } from '../../../support/trialTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

/** How many of the questions may miss: two in a hundred. */
const ALLOWED_MISSES = 0.02;

const database = withDatabase();

describe('riders typed with slips', () => {
  it('the corpus among the riders of the trial region: the right one is among the first five', async () => {
    const { region, people } = await readTrialTown();
    const isHamlet = ({ kind }: Place) => kind === 'hamlet';
    const landmarks = region.places.filter((place) => !isHamlet(place));
    const corpus = slipCorpus(region.places.filter(isHamlet), landmarks);
    const store = await database.openStore();
    const quiet = {
      step: <V>(_: string, work: (note: () => void) => Promise<V>) => work(() => {}),
      say() {},
    };
    await fillRegion(store, region, () => [...people, ...corpus.people], quiet);
    // Every fifth question: all kinds, most people; the bench asks them all.
    const questions = corpus.questions.filter((_, i) => i % 5 === 0);
    const missed: string[] = [];
    await store.read(SYSTEM_SCOPE, async (tables) => {
      for (const { kind, text, personId } of questions) {
        const found = await findRiders(tables, text, 5);
        if (!found.some(({ person }) => person.id === personId)) missed.push(`${kind}: ${text}`);
      }
    });
    expect(questions.length).toBeGreaterThan(500);
    expect(missed.length / questions.length, missed.join('\n')).toBeLessThanOrEqual(ALLOWED_MISSES);
  });
});
