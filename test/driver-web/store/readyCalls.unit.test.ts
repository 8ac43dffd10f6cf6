import { describe, expect, it } from 'vitest';
import {
  countLateCalls,
  type ReadyCall,
  type ReadyEvent,
  reduceReady,
} from '../../../driver-web/store/readyCalls.ts';
import { DAY, ride } from './day.ts';

const SENTENCE = { ja: '30分ほどでまいります。', en: 'In half an hour.' };
const asked = (key: string, rideId = 'ride:1'): ReadyEvent => ({ type: 'asked', ride: ride(rideId), key });
const callsAfter = (...events: readonly ReadyEvent[]): readonly ReadyCall[] => events.reduce(reduceReady, []);

describe('a rider who is ready to go home, as the device keeps it', () => {
  it('pressed twice while it waits: one call, under the first key', () => {
    expect(callsAfter(asked('a'), asked('b'))).toMatchObject([{ key: 'a', state: 'waiting' }]);
  });

  it('never sent: it can be taken back; sent once without an answer: it cannot', () => {
    const takenBack: ReadyEvent = { type: 'takenBack', rideId: 'ride:1' };
    const putOff: ReadyEvent = { type: 'putOff', key: 'a' };
    expect(callsAfter(asked('a'), putOff, takenBack)).toEqual([]);
    expect(callsAfter(asked('a'), { type: 'sendBegan', key: 'a' }, putOff, takenBack)).toHaveLength(1);
  });

  it('refused: it can be asked again, under another key', () => {
    const refused: ReadyEvent = { type: 'answered', key: 'a', isRefused: true, sentence: SENTENCE };
    expect(callsAfter(asked('a'), refused)).toMatchObject([{ state: 'refused', sentence: SENTENCE }]);
    expect(callsAfter(asked('a'), refused, asked('b'))).toMatchObject([
      { key: 'b', state: 'waiting', sentence: null },
    ]);
  });

  it('told: asking again changes nothing', () => {
    const told: ReadyEvent = { type: 'answered', key: 'a', isRefused: false, sentence: SENTENCE };
    expect(callsAfter(asked('a'), told, asked('b'))).toMatchObject([{ key: 'a', state: 'told' }]);
  });

  it('looked away before the answer came: it is told as late; an answer that was seen is not', () => {
    const told: ReadyEvent = { type: 'answered', key: 'a', isRefused: false, sentence: SENTENCE };
    const lookedAway: ReadyEvent = { type: 'lookedAway' };
    expect(callsAfter(asked('a'), lookedAway, told)).toMatchObject([{ state: 'told', isLate: true }]);
    expect(callsAfter(asked('a'), told, lookedAway)).toMatchObject([{ state: 'told', isLate: false }]);
  });

  it('another day has come: the calls of the day before are over', () => {
    expect(callsAfter(asked('a'), { type: 'dayIs', day: DAY })).toHaveLength(1);
    expect(callsAfter(asked('a'), { type: 'dayIs', day: '2999-01-01' })).toEqual([]);
  });

  it('counted as to be sent: those that wait and did not go out at once', () => {
    const told: ReadyEvent = { type: 'answered', key: 'b', isRefused: false, sentence: SENTENCE };
    const late = (key: string): ReadyEvent => ({ type: 'putOff', key });
    const calls = callsAfter(
      asked('a'),
      asked('b', 'ride:2'),
      asked('c', 'ride:3'),
      late('a'),
      late('b'),
      told,
    );
    expect(countLateCalls(calls)).toBe(1);
  });
});
