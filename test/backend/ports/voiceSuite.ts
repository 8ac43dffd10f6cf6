import { describe, expect, it } from 'vitest';
import { StaleWrite } from '../../../backend/domain/fault/staleWrite.ts';
import { SAMPLE_NOW, samplePerson } from '../../support/sampleRows.ts';
import { sampleVoiceSession } from '../../support/sampleVoiceSession.ts';
import type { StoreBench } from './storeSuite.ts';

/** Calls of the voice line are kept as they are given, by one writer at a time. */
export function voiceSuite(bench: StoreBench): void {
  describe('calls of the voice line', () => {
    const save = (given: Parameters<typeof sampleVoiceSession>[0]) =>
      bench.write(({ voiceSessions }) => voiceSessions.save(sampleVoiceSession(given)));
    const find = (callId: string) => bench.read(({ voiceSessions }) => voiceSessions.find(callId));

    it('saved, also without an answer yet: comes back whole', async () => {
      const whole = sampleVoiceSession({ callId: 'kept', claimedUntil: SAMPLE_NOW + 30_000 });
      await save(whole);
      expect(await find('kept')).toEqual(whole);
      const bare = sampleVoiceSession({ callId: 'bare', answer: null, heard: null, number: null });
      await save(bare);
      expect(await find('bare')).toEqual(bare);
    });

    it('changed on the revision that was read: the newest stands; on an older one: refused', async () => {
      await save({ callId: 'moved' });
      const later = { callId: 'moved', revision: 2, turn: 2, municipality: '07421', personId: 'anna' };
      await save(later);
      await expect(save({ ...later, turn: 9 })).rejects.toBeInstanceOf(StaleWrite);
      await expect(save({ callId: 'moved', revision: 1 })).rejects.toBeInstanceOf(StaleWrite);
      expect(await find('moved')).toMatchObject(later);
    });

    it('a first revision that is none: refused, nothing is kept', async () => {
      await expect(save({ callId: 'never', revision: 2 })).rejects.toBeInstanceOf(StaleWrite);
      expect(await find('never')).toBeUndefined();
    });

    it('forgotten: those without a word since the moment, and only they', async () => {
      await save({ callId: 'old', changedAt: SAMPLE_NOW - 1000 });
      await save({ callId: 'young', changedAt: SAMPLE_NOW });
      await bench.write(({ voiceSessions }) => voiceSessions.forget(SAMPLE_NOW));
      expect([await find('old'), (await find('young'))?.callId]).toEqual([undefined, 'young']);
      await save({ callId: 'old' });
      expect((await find('old'))?.callId).toBe('old');
    });

    it('tries at a rider: taken up to five, one given back is one more, and none is given that was not taken', async () => {
      const rider = samplePerson({ id: 'voice-rider' });
      await bench.write(({ people }) => people.insertMany([rider]));
      const take = () =>
        bench.write(({ riderPins }) => riderPins.takeAttempt(rider, SAMPLE_NOW, SAMPLE_NOW - 1000));
      const giveBack = () => bench.write(({ riderPins }) => riderPins.returnAttempt(rider.id));
      await giveBack();
      const taken = [];
      for (let i = 0; i < 6; i += 1) taken.push(await take());
      expect(taken).toEqual([true, true, true, true, true, false]);
      await giveBack();
      expect([await take(), await take()]).toEqual([true, false]);
    });
  });
}
