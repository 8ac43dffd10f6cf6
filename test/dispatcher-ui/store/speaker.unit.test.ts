import { describe, expect, it } from 'vitest';
import type { ProxyView } from '../../../backend/contract/index.ts';
import { knownSpeaker, markedSpeaker } from '../../../dispatcher-ui/store/speaker.ts';

const proxy = (given: Partial<ProxyView>): ProxyView => ({
  id: 'daughter',
  name: '物江 美咲',
  kind: 'family',
  relation: '娘',
  phone: '090-0000-5555',
  scope: { kind: 'people', personIds: ['haru'] },
  acts: ['book'],
  consentBy: 'ご本人',
  consentOn: '2026-11-24',
  validFrom: '2026-11-24',
  validUntil: null,
  endedAt: null,
  isValid: true,
  ...given,
});
const daughter = proxy({});
const spoke = { kind: 'family', personId: 'haru', proxy: daughter } as const;

describe('who is on the telephone', () => {
  it('nothing said: the rider is marked', () => {
    expect(markedSpeaker(null, 'haru', null)).toBe('self');
  });

  it('a proxy books: the proxy is marked, whatever was said before', () => {
    expect(markedSpeaker({ kind: 'self', personId: 'haru', proxy: null }, 'haru', 'daughter')).toBe(
      'daughter',
    );
  });

  it('a neighbour for one rider: nobody of another', () => {
    const neighbour = { kind: 'other', personId: 'haru', proxy: null } as const;
    expect(markedSpeaker(neighbour, 'haru', null)).toBe('other');
    expect(markedSpeaker(neighbour, 'jiro', null)).toBe('self');
  });

  it('a proxy goes on to a rider whom she may not act for: she is not that rider', () => {
    expect(markedSpeaker(spoke, 'jiro', null)).toBe('other');
  });

  it('a proxy goes on to another rider: known by her entry, or by name and number', () => {
    const other = proxy({ id: 'daughter-of-jiro' });
    expect(knownSpeaker([other, daughter], spoke, null)?.id).toBe('daughter');
    expect(knownSpeaker([other], spoke, null)?.id).toBe('daughter-of-jiro');
    expect(knownSpeaker([proxy({ id: 'x', phone: null })], spoke, null)).toBeUndefined();
  });

  it('the number of a proxy rings: known before anybody has said so, and not after', () => {
    expect(knownSpeaker([daughter], null, '09000005555')?.id).toBe('daughter');
    expect(knownSpeaker([daughter], null, '0242-00-0000')).toBeUndefined();
    const rider = { kind: 'self', personId: 'haru', proxy: null } as const;
    expect(knownSpeaker([daughter], rider, '09000005555')).toBeUndefined();
  });
});
