import type { NeedName } from '../../backend/contract/index.ts';

/** What a rider needs on the way, in words. */
export const needTexts = {
  walker: { ja: '歩行器', en: 'Walker' },
  wheelchair: { ja: '車いす', en: 'Wheelchair' },
  stretcher: { ja: 'ストレッチャー', en: 'Stretcher' },
  doorHelp: { ja: '玄関までの手伝い', en: 'Help to the door' },
  sight: { ja: '目が不自由', en: 'Low sight' },
  hearing: { ja: '耳が不自由', en: 'Hard of hearing' },
  oxygen: { ja: '酸素', en: 'Oxygen' },
  serviceAnimal: { ja: '補助犬', en: 'Service animal' },
} satisfies Record<NeedName, { ja: string; en: string }>;
