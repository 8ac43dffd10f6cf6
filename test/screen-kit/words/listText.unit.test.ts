import { describe, expect, it } from 'vitest';
import { listText } from '../../../screen-kit/words/listText.ts';

describe('words in a list', () => {
  it('Japanese: parted by its own comma', () => {
    expect(listText(['通院', '買い物'], 'ja')).toBe('通院、買い物');
  });

  it('English: parted by a comma and a space', () => {
    expect(listText(['clinic', 'shopping'], 'en')).toBe('clinic, shopping');
  });

  it('one word: nothing is added', () => {
    expect(listText(['clinic'], 'en')).toBe('clinic');
  });
});
