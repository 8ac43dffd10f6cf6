import { describe, expect, it } from 'vitest';
import type { RoadClosure } from '../../../../backend/domain/road/roadClosure.ts';
import { closuresDuring } from '../../../../backend/domain/road/roadClosure.ts';
import type { RoadSeason } from '../../../../backend/domain/road/roadSeason.ts';
import { bandAt, bandsOfDay, OPEN_CALENDAR } from '../../../../backend/domain/road/roadState.ts';
import type { RoadTimes } from '../../../../backend/domain/road/roadTimes.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';

const DAY = '2026-11-24';
const ALWAYS: RoadTimes = { from: null, to: null, yearly: null, hours: null };

function closure(id: string, times: Partial<RoadTimes>, given: Partial<RoadClosure> = {}): RoadClosure {
  return {
    id,
    name: id,
    stretch: { kind: 'ref', ref: id, between: null },
    times: { ...ALWAYS, ...times },
    reason: '落石',
    enteredBy: 'account-1',
    enteredAt: 0,
    reopenedAt: null,
    lines: [],
    ...given,
  };
}

function season(id: string, given: Partial<RoadSeason> = {}): RoadSeason {
  const entered = { enteredBy: 'account-1', enteredAt: 0, endedAt: null };
  const rule = { factor: 0.8, classes: null, aboveMetres: null, belowMetres: null };
  return { id, name: id, times: ALWAYS, ...rule, ...entered, ...given };
}

const bands = (closures: RoadClosure[], day = DAY) =>
  bandsOfDay({ ...OPEN_CALENDAR, closures }, day).map(({ fromSecond, state }) => [
    fromSecond / 3600,
    state.closed.map((part) => (part.kind === 'ref' ? part.ref : 'area')).join('+'),
  ]);

describe('the states of a service day', () => {
  it('no closure: open roads all day', () => {
    expect(bandsOfDay(OPEN_CALENDAR, DAY)).toMatchObject([{ fromSecond: 0, stateId: 'open' }]);
  });

  it('daily hours: three bands, the closed one an hour early, so that nobody meets a barrier', () => {
    // closed 10:00 to 15:00; who departs from 9:00 on goes round it
    const hours = { from: 10 * 3600, to: 15 * 3600, weekdays: null };
    expect(bands([closure('252', { hours })])).toEqual([
      [0, ''],
      [9, '252'],
      [15, ''],
    ]);
  });

  it('hours past midnight: the rest of the night before, and the coming night', () => {
    // 22:00 to 05:00: until 5:00 of this date; from 21:00 (22:00 less the hour) until 29:00 (5:00 of the next)
    const hours = { from: 22 * 3600, to: 5 * 3600, weekdays: null };
    expect(bands([closure('352', { hours })])).toEqual([
      [0, '352'],
      [5, ''],
      [21, '352'],
      [29, ''],
    ]);
  });

  it('every winter over New Year: closed on its first and last day, open the day after', () => {
    const winter = closure('401', { yearly: { from: '11-24', to: '04-20' } });
    expect(bands([winter])[0]).toEqual([0, '401']);
    expect(bands([winter], '2027-04-20')[0]).toEqual([0, '401']);
    expect(bands([winter], '2027-04-22')).toEqual([[0, '']]);
  });

  it('two that overlap: both hold in between', () => {
    const morning = closure('49', { hours: { from: 8 * 3600, to: 12 * 3600, weekdays: null } });
    const noon = closure('121', { from: momentOf(DAY, 11 * 3600), to: momentOf(DAY, 14 * 3600) });
    expect(bands([morning, noon])).toEqual([
      [0, ''],
      [7, '49'],
      [10, '49+121'],
      [12, '121'],
      [14, ''],
    ]);
  });

  it('opened again before its time: closed until then only', () => {
    const early = closure('49', { from: momentOf(DAY, 8 * 3600) }, { reopenedAt: momentOf(DAY, 11 * 3600) });
    expect(bands([early])).toEqual([
      [0, ''],
      [7, '49'],
      [11, ''],
    ]);
    expect(bands([early], '2026-11-25')).toEqual([[0, '']]);
  });

  it('equal content on two days: one state', () => {
    const hours = { from: 10 * 3600, to: 15 * 3600, weekdays: null };
    const [today, tomorrow] = [DAY, '2026-11-25'].map((day) =>
      bandAt(bandsOfDay({ ...OPEN_CALENDAR, closures: [closure('252', { hours })] }, day), 11 * 3600),
    );
    expect(today!.stateId).toBe(tomorrow!.stateId);
    expect(today!.stateId).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });

  it('snow for a season: a state of its own, without anything closed', () => {
    const times = { ...ALWAYS, yearly: { from: '11-20', to: '03-31' } };
    const snow = season('snow', { times, aboveMetres: 400 });
    const [band] = bandsOfDay({ ...OPEN_CALENDAR, seasons: [snow] }, DAY);
    expect(band!.state).toMatchObject({ closed: [], snow: [{ factor: 0.8, aboveMetres: 400 }] });
    expect(band!.stateId).not.toBe('open');
  });
});

it('closures during a drive: those whose hours it touches, the end of the hours excluded', () => {
  const hours = { from: 10 * 3600, to: 15 * 3600, weekdays: null };
  const during = (from: number, to: number) =>
    closuresDuring([closure('252', { hours })], DAY, from * 3600, to * 3600).length;
  expect([during(9, 9.9), during(9, 10), during(12, 13), during(14.9, 16), during(15, 16)]).toEqual([
    0, 1, 1, 1, 0,
  ]);
});
