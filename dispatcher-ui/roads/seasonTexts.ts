import type { SeasonProblem } from '../store/seasonDraft.ts';
import { timeProblemTexts } from './timeProblemTexts.ts';

/** What is missing or wrong in the form, and what to do. */
export const seasonProblemTexts = {
  nameMissing: { ja: '呼び名を入れてください。例 山の雪', en: 'Give it a name, such as Mountain snow.' },
  percentUnreadable: {
    ja: '10から100までの数字を入れてください。いつもの8割の速さなら 80 です。',
    en: 'Enter a number from 10 to 100: 80 for four fifths of the usual speed.',
  },
  metresUnreadable: {
    ja: '標高を数字で入れてください。例 500。決めないときは空のままにします。',
    en: 'Enter metres as a number, such as 500, or leave it empty.',
  },
  altitudesExchanged: {
    ja: '上の標高が下の標高より低くなっています。',
    en: 'The upper bound is not above the lower one.',
  },
  ...timeProblemTexts,
} satisfies Record<SeasonProblem, { ja: string; en: string }>;
