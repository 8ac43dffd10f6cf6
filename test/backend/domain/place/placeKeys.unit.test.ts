import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../backend/domain/place/place.ts';
import { placeScore, placeTerms, placeWords } from '../../../../backend/domain/place/placeKeys.ts';

const TOWN = { name: '会津若松市', kana: 'あいづわかまつし' };

function office(name: string, kana: string): Place {
  return {
    id: name,
    name,
    kana,
    nameEn: name,
    kind: 'townHall',
    municipality: '07202',
    coordinates: { lon: 139.9, lat: 37.5 },
    aliases: [],
  };
}

const scoreOf = (place: Place, said: string) =>
  placeScore(placeTerms(place, TOWN), placeWords(said), []) ?? 0;

describe('places as said', () => {
  it("a place's whole name, parted into town and office: that place before the town's other offices", () => {
    const hall = office('会津若松市役所', 'あいづわかまつしやくしょ');
    const branch = office('河東支所', 'かわひがしししょ');
    expect(placeWords('会津若松市役所')).toHaveLength(2);
    expect(scoreOf(branch, '会津若松市役所')).toBeGreaterThan(0);
    expect(scoreOf(hall, '会津若松市役所')).toBeGreaterThan(scoreOf(branch, '会津若松市役所'));
  });

  it('the short name of a town: what is called so itself before what only lies there', () => {
    const clinic = office('若松の医院', 'わかまつのいいん');
    const hamlet = office('花春町', 'はなはるまち');
    expect(scoreOf(hamlet, '若松')).toBeGreaterThan(0);
    expect(scoreOf(clinic, '若松')).toBeGreaterThan(scoreOf(hamlet, '若松'));
  });
});
