import type { CallBackView, CallOutcomeName } from '../../backend/contract/index.ts';

/** One way in which a call can end, with its key; `others`: other times are looked for first. */
export interface OutcomeChoice {
  readonly outcome: CallOutcomeName | 'others';
  readonly key: string;
  readonly isAllowed: boolean;
  /** What it is called for this reason, where it says more than elsewhere. */
  readonly text: OutcomeText;
}

const choice = (
  outcome: OutcomeChoice['outcome'],
  key: string,
  text: OutcomeText = outcome as OutcomeText,
  isAllowed = true,
): OutcomeChoice => ({ outcome, key, text, isAllowed });

const OTHERS = choice('others', 'O');
const CANCEL = choice('declined', 'N', 'cancelRide');

const TIME_MOVES = [choice('accepted', 'Y', 'timeIsFine'), OTHERS, CANCEL];

/** What the rider may answer, by what they are asked; the others are only told. */
const ANSWERS: Readonly<Record<string, readonly OutcomeChoice[]>> = {
  placeFree: [choice('accepted', 'Y', 'keepPlace'), choice('declined', 'N', 'givePlaceBack')],
  promiseBroken: TIME_MOVES,
  promiseRestored: TIME_MOVES,
  rideUnassigned: [OTHERS, choice('told', 'T'), CANCEL],
  standingNotPlanned: [OTHERS, choice('declined', 'N', 'notThisDay')],
  askedForPerson: [choice('told', 'T', 'talked')],
};

/** How this call can end; giving up needs three tries. */
export function outcomesOf(call: CallBackView): readonly OutcomeChoice[] {
  return [
    ...(ANSWERS[call.reason] ?? [choice('told', 'T')]),
    choice('noAnswer', 'R'),
    choice('busy', 'B'),
    choice('answeringMachine', 'M'),
    choice('callLater', 'L'),
    choice('unreachable', 'G', 'unreachable', call.mayGiveUp),
    choice('notNeeded', 'D'),
  ];
}

/** The words of each way to end a call. */
export const outcomeTexts = {
  told: { ja: 'お伝えした', en: 'Told' },
  talked: { ja: 'お話しした', en: 'Talked' },
  keepPlace: { ja: 'はい（お取りする）', en: 'Yes, keep it' },
  givePlaceBack: { ja: 'いいえ（席を戻す）', en: 'No, give it back' },
  timeIsFine: { ja: 'その時刻でよい', en: 'That time will do' },
  others: { ja: 'ほかの時刻を探す', en: 'Find another time' },
  cancelRide: { ja: '乗らない（取り消す）', en: 'Not then (cancel the ride)' },
  notThisDay: { ja: 'この日は乗らない', en: 'Not on that day' },
  noAnswer: { ja: '出ない', en: 'No answer' },
  busy: { ja: '話し中', en: 'Busy' },
  answeringMachine: { ja: '留守番電話', en: 'Answering machine' },
  callLater: {
    ja: (when: string) => `${when} にかけ直す`,
    en: (when: string) => `Ring again at ${when}`,
  },
  unreachable: { ja: 'つながらず終える', en: 'Give up' },
  notNeeded: { ja: '電話は要らない', en: 'Not needed' },
};
export type OutcomeText = keyof typeof outcomeTexts;
