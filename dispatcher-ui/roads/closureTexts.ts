import type { ClosureProblem } from '../store/closureDraft.ts';
import { timeProblemTexts } from './timeProblemTexts.ts';

/** What is missing or wrong in the form, and what to do. */
export const closureProblemTexts = {
  refMissing: { ja: '道路の番号を入れてください。例 252', en: 'Enter the number of the road, such as 252.' },
  endMissing: {
    ja: '区間の端が決まっていません。候補から選ぶか、地図を押してください。',
    en: 'This end is not set. Choose a place, or press on the map.',
  },
  centreMissing: {
    ja: '中心の場所が決まっていません。候補から選ぶか、地図を押してください。',
    en: 'The place is not set. Choose one, or press on the map.',
  },
  ringTooSmall: {
    ja: '地図を3か所以上押して、閉じる範囲を囲んでください。',
    en: 'Press at least three points on the map around the area.',
  },
  ...timeProblemTexts,
  nameMissing: {
    ja: '呼び名を入れてください。例 国道252号 田子倉〜只見',
    en: 'Give it a name, such as Road 252 Tagokura–Tadami.',
  },
  reasonMissing: {
    ja: '理由を入れてください。お客様への電話で読み上げます。例 大雪のため',
    en: 'Enter the reason; it is read aloud on calls. Such as: heavy snow.',
  },
} satisfies Record<ClosureProblem, { ja: string; en: string }>;
