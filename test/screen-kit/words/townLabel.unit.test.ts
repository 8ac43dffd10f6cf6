import { expect, it } from 'vitest';
import { townLabel } from '../../../screen-kit/words/townLabel.ts';

it('English: without the kind of town at its end; Japanese: whole', () => {
  expect(townLabel({ name: '喜多方市', nameEn: 'Kitakata City' }, 'en')).toBe('Kitakata');
  expect(townLabel({ name: '北塩原村', nameEn: 'Kitashiobara Village' }, 'en')).toBe('Kitashiobara');
  expect(townLabel({ name: '町', nameEn: 'Town Hall Bay' }, 'en')).toBe('Town Hall Bay');
  expect(townLabel({ name: '喜多方市', nameEn: 'Kitakata City' }, 'ja')).toBe('喜多方市');
});
