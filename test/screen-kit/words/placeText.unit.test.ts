import { expect, it } from 'vitest';
import { placeText } from '../../../screen-kit/words/placeText.ts';

it('a place by its name, a door as home, a place to wait as near something, in both languages', () => {
  const said = (id: string, name: string) => [placeText({ id, name }, 'ja'), placeText({ id, name }, 'en')];
  expect(said('point-1', '冨川集会所')).toEqual(['冨川集会所', '冨川集会所']);
  expect(said('door:person-1', 'ご自宅')).toEqual(['ご自宅', 'Home']);
  expect(said('near:point-1', '冨川集会所')).toEqual(['冨川集会所の近く', 'near 冨川集会所']);
});
