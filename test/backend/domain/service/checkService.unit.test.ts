import { describe, expect, it } from 'vitest';
import type { RidePlace } from '../../../../backend/domain/place/place.ts';
import { checkService, type ServiceQuestion } from '../../../../backend/domain/service/checkService.ts';
import { computeFare } from '../../../../backend/domain/service/computeFare.ts';
import { rulesInForce } from '../../../../backend/domain/service/rulesInForce.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { samplePerson } from '../../../support/sampleRows.ts';
import { HOME_TOWN, NEXT_TOWN, valleyRules } from '../../../support/smallValley.ts';

const at = (id: string, municipality: string): RidePlace => ({
  id,
  name: id,
  municipality,
  coordinates: { lon: 139.8, lat: 37.5 },
});
const A = at('A', HOME_TOWN);
const B = at('B', HOME_TOWN);
const X = at('X', NEXT_TOWN);
const Y = at('Y', NEXT_TOWN);

function question(given: Partial<ServiceQuestion> = {}): ServiceQuestion {
  return {
    person: samplePerson(),
    from: A,
    to: B,
    day: '2026-06-10',
    requested: { kind: 'departAfter', second: 9 * 3600 },
    now: momentOf('2026-06-09', 12 * 3600),
    ...given,
  };
}

describe('checkService', () => {
  it('everything in order: no refusal', () => {
    expect(checkService(valleyRules(), question())).toBeUndefined();
  });

  it.each([
    ['from home to a listed hospital across the border', A, X, undefined],
    ['home from that hospital', X, A, undefined],
    ['to a place across the border that is not listed', A, Y, 'outsideServiceArea'],
    ['between two places across the border', X, X, 'outsideServiceArea'],
  ])('%s', (_, from, to, code) => {
    expect(checkService(valleyRules(), question({ from, to }))?.code).toBe(code);
  });

  it.each([
    ['the last second of service', 18 * 3600, undefined],
    ['one second after it', 18 * 3600 + 1, 'outsideServiceHours'],
    ['one second before the first', 7 * 3600 - 1, 'outsideServiceHours'],
  ])('hours, %s', (_, second, code) => {
    const requested = { kind: 'departAfter', second } as const;
    expect(checkService(valleyRules(), question({ requested }))?.code).toBe(code);
  });

  it('outside the hours: the refusal says them', () => {
    const requested = { kind: 'departAfter', second: 5 * 3600 } as const;
    expect(checkService(valleyRules(), question({ requested }))?.details).toEqual({
      from: '07:00',
      to: '18:00',
    });
  });

  it('a closed day and a weekday without hours: closed', () => {
    expect(checkService(valleyRules({ closedDays: ['2026-06-10'] }), question())?.code).toBe('closedDay');
    expect(checkService(valleyRules({ hours: [[], [], [], [], [], [], []] }), question())?.code).toBe(
      'closedDay',
    );
  });

  it('notice of half an hour: 08:30:00 is in time for 09:00, one second later is not', () => {
    const now = momentOf('2026-06-10', 8.5 * 3600);
    expect(checkService(valleyRules(), question({ now }))).toBeUndefined();
    const late = checkService(valleyRules(), question({ now: now + 1000 }));
    // now + 30 min = 09:00:01, said as the next whole minute
    expect(late).toMatchObject({ code: 'tooLateToBook', details: { until: '09:01' } });
  });

  it.each([
    ['the evening before, at the cutoff', momentOf('2026-06-09', 17 * 3600), undefined],
    ['one second after the cutoff', momentOf('2026-06-09', 17 * 3600) + 1000, 'tooLateToBook'],
    ['across the end of the month', momentOf('2026-05-31', 17 * 3600), undefined],
  ])('first runs must be booked the day before by 17:00: %s', (_, now, code) => {
    const booking = { noticeSeconds: 0, firstRunsUntil: 8 * 3600, cutoffSecond: 17 * 3600, horizonDays: 60 };
    const requested = { kind: 'departAfter', second: 7.5 * 3600 } as const;
    const day = now < momentOf('2026-06-01', 0) ? '2026-06-01' : '2026-06-10';
    expect(checkService(valleyRules({ booking }), question({ requested, now, day }))?.code).toBe(code);
  });

  it('the horizon of 14 days: the 14th day is open, the 15th is not, across midnight in Japan', () => {
    const now = momentOf('2026-05-27', 1);
    expect(checkService(valleyRules(), question({ now, day: '2026-06-10' }))).toBeUndefined();
    expect(checkService(valleyRules(), question({ now: now - 2000, day: '2026-06-10' }))).toEqual({
      code: 'tooEarlyToBook',
      field: 'time',
      details: { days: 14 },
    });
  });

  it('residents only: a rider of the next town is refused; a minimum age counts the year', () => {
    const stranger = samplePerson({ municipality: NEXT_TOWN });
    const residents = valleyRules({ eligibility: { residentsOnly: true, minimumAge: null } });
    expect(checkService(residents, question({ person: stranger }))?.code).toBe('notEligible');
    const elders = valleyRules({ eligibility: { residentsOnly: false, minimumAge: 75 } });
    // 2026 − 1951 = 75, 2026 − 1952 = 74
    expect(checkService(elders, question({ person: samplePerson({ birthYear: 1951 }) }))).toBeUndefined();
    expect(checkService(elders, question({ person: samplePerson({ birthYear: 1952 }) }))?.code).toBe(
      'notEligible',
    );
  });
});

describe('computeFare', () => {
  const party = { riders: 1, companions: 1, attendants: 1, children: 2, luggage: 0, needs: [] } as const;

  it('a senior with a companion across the border: the attendant and the children ride free', () => {
    const fare = computeFare(valleyRules(), {
      person: samplePerson(),
      party,
      from: A,
      to: X,
      day: '2026-06-10',
    });
    // senior 300 + border 100 + companion (500 + border 100)
    expect(fare).toBe(1000);
  });

  it('an attendant who pays: free beside a rider with a certificate where the rules say so, the second one pays', () => {
    const given = { attendantYen: 200, attendantFreeWithCertificate: true };
    const rules = valleyRules({ fares: { ...valleyRules().fares, ...given } });
    const fareOf = (certificates: readonly ['physical'] | readonly [], attendants: number) =>
      computeFare(rules, {
        person: samplePerson({ certificates }),
        party: { ...party, companions: 0, children: 0, attendants },
        from: A,
        to: B,
        day: '2026-06-10',
      });
    // senior 300; each attendant who pays 200
    expect([fareOf([], 1), fareOf(['physical'], 1), fareOf(['physical'], 2)]).toEqual([500, 300, 500]);
  });

  it('a visitor alone inside the town: the visitor fare', () => {
    const alone = { ...party, companions: 0, attendants: 0, children: 0 };
    const person = samplePerson({ municipality: NEXT_TOWN });
    expect(computeFare(valleyRules(), { person, party: alone, from: A, to: B, day: '2026-06-10' })).toBe(800);
  });
});

describe('rulesInForce', () => {
  it('a change on 1 April: the day of the ride decides', () => {
    const old = valleyRules({ validFrom: '2025-04-01', validTo: '2026-03-31' });
    const next = valleyRules({ validFrom: '2026-04-01', validTo: null });
    const service = { id: 's', name: '', nameEn: '', providerIds: [], phone: '', rules: [old, next] };
    expect(rulesInForce(service, '2026-03-31')).toBe(old);
    expect(rulesInForce(service, '2026-04-01')).toBe(next);
    expect(rulesInForce(service, '2025-03-31')).toBeUndefined();
  });
});
