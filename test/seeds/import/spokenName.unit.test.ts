import { describe, expect, it } from 'vitest';
import { spokenName } from '../../../seeds/import/openDataRows.ts';
import { romaji } from '../../../seeds/import/romaji.ts';

describe('spokenName', () => {
  it.each([
    ['医療法人　いとう眼科', 'いとう眼科'],
    ['医療法人佐原病院', '佐原病院'],
    ['医療法人社団　小野病院', '小野病院'],
    ['医療法人昨雲会飯塚病院', '飯塚病院'],
    ['医療法人　明精会　会津西病院', '会津西病院'],
    ['福島県厚生農業協同組合連合会　坂下厚生総合病院', '坂下厚生総合病院'],
    ['竹田綜合病院', '竹田綜合病院'],
    ['あかべこ会館', 'あかべこ会館'],
  ])('%s: %s', (full, spoken) => {
    expect(spokenName(full)).toBe(spoken);
  });
});

describe('romaji', () => {
  it.each([
    ['あいづわかまつし', 'Aizuwakamatsushi'],
    ['きたかた', 'Kitakata'],
    ['こうりやま', 'Koriyama'],
    ['まっちゃ', 'Matcha'],
    ['ロッカク', 'Rokkaku'],
    ['しょうじょう', 'Shojo'],
    ['じゅうにしょ', 'Junisho'],
    ['', ''],
  ])('%s: %s', (kana, latin) => {
    expect(romaji(kana)).toBe(latin);
  });
});
