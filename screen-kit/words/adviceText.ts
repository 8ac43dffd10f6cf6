import type { SpokenText } from '../transport/apiFault.ts';
import type { Language } from './language.ts';

/** What is wrong and what to do, as one text; English parts its sentences by a space. */
export function adviceText(
  { sentence, action }: { readonly sentence: SpokenText; readonly action: SpokenText },
  language: Language,
): string {
  return [sentence[language], action[language]].join(language === 'en' ? ' ' : '');
}
