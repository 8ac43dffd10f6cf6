import type { CallBackView, CallOutcomeName } from '../../backend/contract/index.ts';

/** One way in which a call can end, with its key. */
export interface OutcomeChoice {
  readonly outcome: CallOutcomeName;
  readonly key: string;
  readonly isAllowed: boolean;
}

/** Reasons that ask the rider something; all others only tell. */
const ASKING: readonly string[] = ['placeFree', 'promiseBroken', 'standingNotPlanned', 'rideUnassigned'];

/** How this call can end; giving up needs three tries. */
export function outcomesOf(call: CallBackView): readonly OutcomeChoice[] {
  const choice = (outcome: CallOutcomeName, key: string, isAllowed = true) => ({ outcome, key, isAllowed });
  const answers = ASKING.includes(call.reason)
    ? [choice('accepted', 'Y'), choice('declined', 'N')]
    : [choice('told', 'T')];
  return [
    ...answers,
    choice('noAnswer', 'R'),
    choice('busy', 'B'),
    choice('answeringMachine', 'M'),
    choice('callLater', 'L'),
    choice('unreachable', 'G', call.mayGiveUp),
    choice('notNeeded', 'D'),
  ];
}

/** The words of each way to end a call. */
export const outcomeTexts = {
  told: { ja: 'お伝えした', en: 'Told' },
  accepted: { ja: 'はい（承知）', en: 'Yes' },
  declined: { ja: 'いいえ', en: 'No' },
  noAnswer: { ja: '出ない', en: 'No answer' },
  busy: { ja: '話し中', en: 'Busy' },
  answeringMachine: { ja: '留守番電話', en: 'Answering machine' },
  callLater: { ja: '1時間後にかけ直す', en: 'Ring again in an hour' },
  unreachable: { ja: 'つながらず終える', en: 'Give up' },
  notNeeded: { ja: '電話は要らない', en: 'Not needed' },
} satisfies Record<CallOutcomeName, { ja: string; en: string }>;
