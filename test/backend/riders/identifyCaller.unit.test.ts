import { describe, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { VOICE_ACTOR } from '../../../backend/domain/account/actor.ts';
import { normalisePhone } from '../../../backend/domain/person/phoneNumber.ts';
import { samplePerson } from '../../support/sampleRows.ts';
import { openVoiceValley } from '../../support/voiceValley.ts';

const NUMBER = '0242-00-6666';
const DIGITS = normalisePhone(NUMBER)!;

/** A home with one telephone for all: six residents, each born in another year. */
const RESIDENTS = Array.from({ length: 6 }, (_, i) =>
  samplePerson({ id: `resident-${i}`, householdId: `room-${i}`, birthYear: 1930 + i, phone: NUMBER }),
);

async function openHome() {
  const { riders, store } = await openVoiceValley({ people: RESIDENTS });
  const ask = (year: number) => riders.identifyByYear(DIGITS, year, VOICE_ACTOR);
  const triesOf = (id: string) => store.read(SYSTEM_SCOPE, ({ riderPins }) => riderPins.countAttempts(id));
  return { ask, triesOf, riders };
}

describe('who of a house is calling', () => {
  it('a home with one telephone, everybody rings within minutes: all of them are known', async () => {
    const { ask, triesOf } = await openHome();
    for (let round = 0; round < 2; round += 1) {
      for (const { id, birthYear } of RESIDENTS) {
        expect(await ask(birthYear)).toEqual({ found: 'one', personId: id });
      }
    }
    expect(await triesOf('resident-0')).toBe(0);
  });

  it('somebody who knows one year and guesses at the others: a right answer in between wins no further try', async () => {
    const { ask, triesOf } = await openHome();
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await ask(1950 + guess)).toEqual({ found: 'none' });
      if (guess < 4) expect(await ask(1930)).toEqual({ found: 'one', personId: 'resident-0' });
    }
    expect(await triesOf('resident-3')).toBe(5);
    // Who was asked for rightly may go on; nobody else can be found any more, not even by the right year.
    expect(await ask(1933)).toEqual({ found: 'none' });
  });

  it('a PIN: the right year alone finds nobody, and takes none of the tries at the PIN', async () => {
    const { ask, triesOf, riders } = await openHome();
    await riders.setPin('resident-2', '4711', VOICE_ACTOR, () => true);
    for (let i = 0; i < 6; i += 1) expect(await ask(1932)).toEqual({ found: 'pin', personId: 'resident-2' });
    expect(await triesOf('resident-2')).toBe(0);
  });

  it('a number that nobody has: nobody, as if it were a wrong year', async () => {
    const { riders } = await openHome();
    expect((await riders.identifyByYear('0242009999', 1930, VOICE_ACTOR)).found).not.toBe('one');
  });
});
