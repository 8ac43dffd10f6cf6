import { beforeAll, describe, expect, it } from 'vitest';
import { samplePerson, sampleRide } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

/** Finding a rider while they speak. */
export function searchSuite(bench: StoreBench): void {
  describe('rider search', () => {
    beforeAll(async () => {
      await bench.write(({ people }) =>
        people.insertMany([
          samplePerson({ id: 'taro' }),
          samplePerson({ id: 'hanako', givenName: '花子', givenKana: 'はなこ', householdId: 'house-2' }),
          samplePerson({
            id: 'watanabe',
            familyName: '渡邉',
            givenName: '良子',
            familyKana: 'わたなべ',
            givenKana: 'りょうこ',
            phone: '0242-00-9876',
            hamlet: '高寺',
            houseName: null,
            householdId: 'house-2',
          }),
          ...[
            ['ryuji', '猪俣', 'いのまた', '龍二', 'りゅうじ'],
            ['tatsunosuke', '長嶋', 'ながしま', '辰之助', 'たつのすけ'],
          ].map(([id, familyName, familyKana, givenName, givenKana]) =>
            samplePerson({
              id: id!,
              familyName: familyName!,
              familyKana: familyKana!,
              givenName: givenName!,
              givenKana: givenKana!,
              hamlet: '樟',
              phone: '0242-00-5555',
              houseName: null,
            }),
          ),
          ...[
            ['susuki', '薄', 'すすき'],
            ['suzuki', '鈴木', 'すずき'],
          ].map(([id, familyName, familyKana]) =>
            samplePerson({
              id: id!,
              familyName: familyName!,
              familyKana: familyKana!,
              givenKana: 'みどり',
              givenName: '緑',
            }),
          ),
        ]),
      );
    });

    const search = (text: string, limit = 5) =>
      bench.read(async ({ people }) => (await people.search(text, limit)).map(({ id }) => id));

    it.each([
      ['family name in hiragana', 'わたなべ', ['watanabe']],
      ['family name in katakana', 'ワタナベ', ['watanabe']],
      ['half-width katakana', 'ﾜﾀﾅﾍﾞ', ['watanabe']],
      ['without voicing marks', 'わたなへ', ['watanabe']],
      ['small kana as large', 'わたなべりようこ', ['watanabe']],
      ['without the long vowel', 'わたなべりょこ', ['watanabe']],
      ['with a bar for the long vowel', 'サトータロー', ['taro']],
      ['another form of the kanji', '渡辺良子', ['watanabe']],
      ['family and given name apart', 'さとう　はなこ', ['hanako']],
      ['the beginning of the name', 'さと', ['taro', 'hanako']],
      ['one character', 'わ', ['watanabe']],
      ['given name', 'たろう', ['taro']],
      ['telephone with hyphens', '0242-00-9876', ['watanabe']],
      ['the last four digits', '9876', ['watanabe']],
      ['hamlet', '高寺', ['watanabe']],
      ['house name and given name', '橋本屋 花子', ['hanako']],
      ['two who sound alike: as typed first', 'すずき', ['suzuki', 'susuki']],
      ['and the other way round', 'ススキ', ['susuki', 'suzuki']],
      ['two kana swapped at a long vowel', 'いのまたゅりうじ', ['ryuji']],
      ['one kana wrong in a long vowel, given name first', 'りとうじ いのまた', ['ryuji']],
      ['one kana twice in a name with の', 'ながしままたつのすけ', ['tatsunosuke']],
      ['a hamlet of one character, の, name and さん', '樟の猪俣龍二さん', ['ryuji']],
      ['nobody of that name', 'やまもと', []],
      ['nothing', '  ', []],
      ['signs that mean something in patterns', '%', []],
    ])('%s: finds whom it should', async (_, text, expected) => {
      expect(await search(text)).toEqual(expected);
    });

    it('more people than asked for: the best first, no more than asked for', async () => {
      expect(await search('さとう', 1)).toEqual(['taro']);
    });

    it('riders: come back as they went in, by id, by ids and by household', async () => {
      await bench.read(async ({ people }) => {
        expect(await people.find('taro')).toEqual(samplePerson({ id: 'taro' }));
        expect(await people.find('nobody')).toBeUndefined();
        expect((await people.listByIds(['watanabe', 'nobody', 'hanako'])).map(({ id }) => id)).toEqual([
          'hanako',
          'watanabe',
        ]);
        expect((await people.listByHousehold('house-2')).map(({ id }) => id)).toEqual(['hanako', 'watanabe']);
        expect(await people.count()).toBe(7);
      });
    });

    it.each([
      ['a name: not those of another one that only holds or begins with its sounds', 'おおた', ['oota']],
      ['the same in Latin letters', 'oota', ['oota']],
      ['with さん', 'おおたさん', ['oota']],
      ['a name that is begun: all names that begin so', 'おた', ['oota', 'otae']],
      ['a slip in a name that is short without its long vowel', 'おおな', ['oota']],
      ['a slip in a short name and another voicing: another name', 'みだけ', []],
      ['a house by its name', 'おたけや', ['setsuko']],
    ])('%s: no quite different one before or beside whom it should find', async (_, text, expected) => {
      await bench.write(async ({ people }) => {
        if (await people.find('oota')) return;
        const lodger = { houseName: null, houseKana: null, hamlet: '沢' };
        await people.insertMany([
          samplePerson({ id: 'oota', familyName: '太田', familyKana: 'おおた', ...lodger }),
          samplePerson({
            id: 'otae',
            familyName: '小野',
            familyKana: 'おの',
            givenKana: 'おたえ',
            ...lodger,
          }),
          samplePerson({
            id: 'mitaka',
            familyName: '三高',
            familyKana: 'みたか',
            givenKana: 'みき',
            ...lodger,
          }),
          samplePerson({
            id: 'setsuko',
            familyName: '長谷川',
            familyKana: 'はせがわ',
            houseName: '小竹屋',
            houseKana: 'おたけや',
          }),
        ]);
      });
      expect(await search(text)).toEqual(expected);
    });

    it('two of one name: whoever rides comes first, to the letter and with a slip', async () => {
      const name = { familyName: '五ノ井', familyKana: 'ごのい', givenName: '寅次', givenKana: 'とらじ' };
      await bench.write(async ({ people, rides }) => {
        await people.insertMany([
          samplePerson({ id: 'a-stays', ...name }),
          samplePerson({ id: 'b-rides', ...name }),
          samplePerson({ id: 'c-cancelled', ...name }),
        ]);
        await rides.insert(sampleRide({ id: 'of-b', personId: 'b-rides', day: '2026-04-05' }));
        await rides.insert(
          sampleRide({ id: 'of-c', personId: 'c-cancelled', status: 'cancelled', day: '2026-04-05' }),
        );
      });
      for (const text of ['ごのいとらじ', 'ごのいとらい']) {
        const found = await bench.read(({ people }) => people.search(text, 5));
        expect(found.map(({ id }) => id)).toEqual(['b-rides', 'a-stays', 'c-cancelled']);
      }
    });

    it('a name near places: nearest first, each with the place nearest to the home, nobody beyond the circle', async () => {
      const at = (metres: number) => ({ lon: 139.5 + metres / 88_300, lat: 37.4 });
      const namesake = { familyName: '物江', familyKana: 'ものえ' };
      await bench.write(({ people }) =>
        people.insertMany([
          samplePerson({ id: 'far', ...namesake, home: at(400) }),
          samplePerson({ id: 'next-door', ...namesake, home: at(30) }),
          samplePerson({ id: 'beyond', ...namesake, home: at(700) }),
          samplePerson({ id: 'of-another-name', home: at(20) }),
        ]),
      );
      const places = [
        { id: 'post', coordinates: at(0) },
        { id: 'station', coordinates: at(450) },
      ];
      const found = await bench.read(({ people }) => people.listNear(['物江', 'ものえ'], places, 200, 10));
      expect(
        found.map(({ person, placeId, metres }) => [person.id, placeId, Math.round(metres / 10)]),
      ).toEqual([
        ['next-door', 'post', 3],
        ['far', 'station', 5],
      ]);
      expect(await bench.read(({ people }) => people.listNear(['物江'], [], 200, 10))).toEqual([]);
    });

    it('the same rider twice: refused as already written', async () => {
      await expect(
        bench.write(({ people }) => people.insertMany([samplePerson({ id: 'taro' })])),
      ).rejects.toThrow('changed in the meantime');
    });

    it('a home that is no place on earth: refused', async () => {
      const lost = samplePerson({ id: 'lost', home: { lon: 139, lat: Number.POSITIVE_INFINITY } });
      await expect(bench.write(({ people }) => people.insertMany([lost]))).rejects.toMatchObject({
        code: 'invalidValue',
      });
    });
  });
}
