import { describe, expect, it } from 'vitest';
import { PLAN_TEXTS } from '../../../../backend/domain/rejection/planTexts.ts';
import type { RejectionCode } from '../../../../backend/domain/rejection/rejection.ts';
import { rejectionText } from '../../../../backend/domain/rejection/rejectionTexts.ts';
import { REQUEST_TEXTS } from '../../../../backend/domain/rejection/requestTexts.ts';
import { SERVICE_TEXTS } from '../../../../backend/domain/rejection/serviceTexts.ts';

/** Of a request that is refused for a standing order or on the waitlist the code is kept, and nothing else. */
const KEPT = Object.keys({ ...REQUEST_TEXTS, ...SERVICE_TEXTS, ...PLAN_TEXTS }) as RejectionCode[];

describe('a refusal of which only the code was kept', () => {
  it.each(KEPT)('%s: a sentence without a gap', (code) => {
    const { ja, en } = rejectionText({ code }).sentence;
    expect(`${ja} ${en}`).not.toMatch(/…|\{/);
  });

  it('with its details: they are said', () => {
    const { sentence } = rejectionText({ code: 'duplicateRide', details: { time: '10:00' } });
    expect(sentence.ja).toContain('10:00');
    expect(sentence.en).toContain('10:00');
  });
});
