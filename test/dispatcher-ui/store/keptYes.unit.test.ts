import { describe, expect, it } from 'vitest';
import {
  dropYes,
  type KeptYes,
  keepYes,
  settleYes,
  waitingYes,
} from '../../../dispatcher-ui/store/keptYes.ts';
import { completeDraft } from './deskFixture.ts';

const words = { ja: '', en: '' };
const yes = (key: string): KeptYes => ({
  key,
  bookings: { offerIds: [key] },
  riderName: '星 キヨ',
  sentence: words,
  draft: completeDraft,
  outcome: { kind: 'waiting' },
});

describe('yeses kept while the server is away', () => {
  it('the same one kept again: it is there once', () => {
    const kept = keepYes([yes('a')], yes('a'));
    expect(kept).toHaveLength(1);
    expect(keepYes(kept, yes('b'))).toHaveLength(2);
  });

  it('answered: no longer waiting, still there to be read, and the first answer counts', () => {
    const refused = { kind: 'refused', sentence: words, action: words } as const;
    const settled = settleYes([yes('a'), yes('b')], 'a', refused);
    expect(waitingYes(settled).map(({ key }) => key)).toEqual(['b']);
    expect(settleYes(settled, 'a', { kind: 'waiting' })[0]?.outcome.kind).toBe('refused');
    expect(dropYes(settled, 'a').map(({ key }) => key)).toEqual(['b']);
  });
});
