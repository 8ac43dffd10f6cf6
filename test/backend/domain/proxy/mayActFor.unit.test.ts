import { describe, expect, it } from 'vitest';
import { mayActFor } from '../../../../backend/domain/proxy/mayActFor.ts';
import { PROXY_ACTS, PROXY_KINDS, type ProxyScope } from '../../../../backend/domain/proxy/proxyGrant.ts';
import { rejectionText } from '../../../../backend/domain/rejection/rejectionTexts.ts';
import { sampleProxy } from '../../../support/sampleProxy.ts';
import { samplePerson } from '../../../support/sampleRows.ts';

const PERSON = samplePerson({ id: 'anna', clinicId: 'east', municipality: '07421' });
const INSIDE: readonly ProxyScope[] = [
  { kind: 'people', personIds: ['bert', 'anna'] },
  { kind: 'clinicPatients', clinicId: 'east' },
  { kind: 'residents', municipalities: ['07202', '07421'] },
];
const OUTSIDE: readonly ProxyScope[] = [
  { kind: 'people', personIds: ['bert'] },
  { kind: 'people', personIds: [] },
  { kind: 'clinicPatients', clinicId: 'west' },
  { kind: 'residents', municipalities: ['07202'] },
];
const TERM = { validFrom: '2026-04-06', validUntil: '2026-06-30' };
const DAYS = [
  ['2026-04-05', 'proxyNotYetValid'],
  ['2026-04-06', null],
  ['2026-06-30', null],
  ['2026-07-01', 'proxyExpired'],
] as const;

describe('who may act for whom', () => {
  describe.each(PROXY_KINDS)('a %s', (kind) => {
    describe.each(PROXY_ACTS)('%s', (act) => {
      it.each(INSIDE)('inside %j: from the first day to the last, and no other day', (scope) => {
        const grant = sampleProxy({ kind, scope, acts: [act], ...TERM });
        for (const [day, reason] of DAYS) {
          const judged = mayActFor([grant], PERSON, act, day);
          expect(judged.ok ? null : judged.reason.code).toBe(reason);
        }
      });

      it.each(OUTSIDE)('outside %j: never', (scope) => {
        const grant = sampleProxy({ kind, scope, ...TERM });
        for (const [day] of DAYS) {
          expect(mayActFor([grant], PERSON, act, day)).toMatchObject({
            ok: false,
            reason: { code: 'proxyOutsideScope' },
          });
        }
      });

      it('everything else granted: not this', () => {
        const acts = PROXY_ACTS.filter((other) => other !== act);
        const grant = sampleProxy({ kind, acts, scope: INSIDE[0]! });
        expect(mayActFor([grant], PERSON, act, '2026-05-01')).toMatchObject({
          reason: { code: 'proxyActNotGranted' },
        });
      });

      it('ended: not on a day inside the term either', () => {
        const grant = sampleProxy({ kind, scope: INSIDE[0]!, endedAt: 1, ...TERM });
        expect(mayActFor([grant], PERSON, act, '2026-05-01')).toMatchObject({
          reason: { code: 'proxyEnded' },
        });
      });
    });
  });

  it('no grant: not registered', () => {
    expect(mayActFor([], PERSON, 'book', '2026-05-01')).toMatchObject({ reason: { code: 'unknownProxy' } });
  });

  it('an ended grant and one that holds: the one that holds', () => {
    const scope = INSIDE[0]!;
    const grants = [sampleProxy({ scope, endedAt: 1 }), sampleProxy({ id: 'second', scope })];
    expect(mayActFor(grants, PERSON, 'book', '2026-05-01')).toMatchObject({ value: { id: 'second' } });
  });

  it('several grants that do not allow it: the reason that comes nearest, with its day in the sentence', () => {
    const scope = INSIDE[0]!;
    const grants = [
      sampleProxy({ scope, ...TERM }),
      sampleProxy({ scope: OUTSIDE[0]! }),
      sampleProxy({ scope, endedAt: 1 }),
    ];
    const judged = mayActFor(grants, PERSON, 'book', '2026-07-01');
    if (judged.ok) throw new Error('allowed');
    expect(judged.reason).toEqual({ code: 'proxyExpired', details: { day: '2026-06-30' } });
    expect(rejectionText(judged.reason).sentence.ja).toContain('2026-06-30');
  });
});
