import { describe, expect, it } from 'vitest';
import { type SeasonView, seasonInputSchema } from '../../../backend/contract/index.ts';
import {
  checkSeasonDraft,
  draftOfSeason,
  emptySeason,
  type SeasonDraft,
  seasonFieldOf,
  seasonInputOf,
} from '../../../dispatcher-ui/store/seasonDraft.ts';

const TODAY = '2026-11-24';
const snow: SeasonDraft = {
  ...emptySeason(TODAY),
  name: '山の雪',
  percent: '80',
  yearlyFrom: '11/15',
  yearlyTo: '3/31',
};

describe('checkSeasonDraft', () => {
  it('an empty form: name, speed and the days of the year are asked for', () => {
    expect(checkSeasonDraft(emptySeason(TODAY))).toEqual({
      name: 'nameMissing',
      factor: 'percentUnreadable',
      yearly: 'yearlyUnreadable',
    });
  });

  it.each(['9', '101', '八割', ''])('%j per cent of the speed: told beside the field', (percent) =>
    expect(checkSeasonDraft({ ...snow, percent })).toEqual({ factor: 'percentUnreadable' }),
  );

  it('altitudes: unreadable ones and exchanged ones are told, empty ones are no bound', () => {
    expect(checkSeasonDraft({ ...snow, above: '高い' })).toEqual({ aboveMetres: 'metresUnreadable' });
    expect(checkSeasonDraft({ ...snow, below: '9000' })).toEqual({ belowMetres: 'metresUnreadable' });
    expect(checkSeasonDraft({ ...snow, above: '800', below: '500' })).toEqual({
      belowMetres: 'altitudesExchanged',
    });
    expect(checkSeasonDraft(snow)).toEqual({});
  });
});

describe('seasonInputOf', () => {
  it('a complete form in full-width figures: as the contract takes it', () => {
    const input = seasonInputOf({ ...snow, percent: '８０％', above: '５００m', classes: ['trunk'] });
    expect(seasonInputSchema.parse(input)).toMatchObject({
      factor: 0.8,
      aboveMetres: 500,
      belowMetres: null,
      classes: ['trunk'],
      yearly: { from: '11-15', to: '03-31' },
      mayOverlap: false,
    });
  });

  it('a form with a problem: nothing to send', () => {
    expect(seasonInputOf({ ...snow, name: '' })).toBeNull();
  });
});

describe('draftOfSeason', () => {
  it('a season laid into the form and read again: the same season', () => {
    const season: SeasonView = {
      id: 'season-1',
      name: '冬の朝',
      factor: 0.75,
      classes: ['minor'],
      aboveMetres: 400,
      belowMetres: 900,
      from: '2026-12-01T06:00:00+09:00',
      to: '2027-02-28T10:30:00+09:00',
      yearly: null,
      hours: { from: '05:00', to: '09:00', weekdays: [1, 2] },
      when: { ja: '', en: '' },
      holdsNow: false,
    };
    const draft = draftOfSeason(season, TODAY);
    expect(draft.id).toBe('season-1');
    // 06:00 and 10:30 in Japan − 9 h.
    expect(seasonInputOf(draft)).toEqual({
      name: '冬の朝',
      factor: 0.75,
      classes: ['minor'],
      aboveMetres: 400,
      belowMetres: 900,
      from: '2026-11-30T21:00:00.000Z',
      to: '2027-02-28T01:30:00.000Z',
      yearly: null,
      hours: { from: '05:00', to: '09:00', weekdays: [1, 2] },
      mayOverlap: false,
    });
  });
});

describe('seasonFieldOf', () => {
  it.each([
    ['belowMetres', 'belowMetres'],
    ['mayOverlap', 'mayOverlap'],
    ['yearly.to', 'yearly'],
    ['elsewhere', null],
    [null, null],
  ])('%s: %s', (path, field) => expect(seasonFieldOf(path)).toBe(field));
});
