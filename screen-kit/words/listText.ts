import type { Language } from './language.ts';

/** Words one after the other, as each language parts them: `通院、買い物`, `clinic, shopping`. */
export function listText(words: readonly string[], language: Language): string {
  return words.join(language === 'ja' ? '、' : ', ');
}
