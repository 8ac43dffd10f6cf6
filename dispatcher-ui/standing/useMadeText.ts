import type { StandingOrderAnswer } from '../../backend/contract/index.ts';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  booked: {
    ja: (count: number) => `${count}件を予約しました。`,
    en: (count: number) => `${count === 1 ? '1 ride' : `${count} rides`} booked.`,
  },
  later: {
    ja: '乗車は、予約できる日が近づくと入ります。',
    en: 'Rides are made as their dates come near.',
  },
  withdrawn: {
    ja: (count: number) => `${count}件を取り消しました。`,
    en: (count: number) => `${count === 1 ? '1 ride' : `${count} rides`} cancelled.`,
  },
  refused: {
    ja: (count: number) => `${count}件は取れず、折り返し電話に出ています。`,
    en: (count: number) => `${count} could not be booked; see the calls to make.`,
  },
  gap: { ja: '', en: ' ' },
};

/** What became of the rides of a series that was kept, in words, after a sentence that says what was done. */
export function useMadeText(): (done: string, answer: StandingOrderAnswer) => string {
  const t = useWords(texts);
  return (done, { made: { booked, refused, withdrawn }, order }) =>
    [
      done,
      booked > 0 ? t.booked(booked) : '',
      order.dates.every(({ made }) => made.length === 0) ? t.later : '',
      withdrawn > 0 ? t.withdrawn(withdrawn) : '',
      refused > 0 ? t.refused(refused) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(t.gap);
}
