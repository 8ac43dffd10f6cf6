import type { SpokenText } from '../units/spokenText.ts';
import { APART_TEXTS } from './apartTexts.ts';
import { MACHINE_TEXTS } from './machineTexts.ts';
import { MOVE_TEXTS } from './moveTexts.ts';
import { PLAN_TEXTS } from './planTexts.ts';
import type { Rejection, RejectionCode } from './rejection.ts';
import type { RejectionText } from './rejectionText.ts';
import { REQUEST_TEXTS } from './requestTexts.ts';
import { RIDER_TEXTS } from './riderTexts.ts';
import { RIDE_TEXTS } from './rideTexts.ts';
import { RIGHTS_TEXTS } from './rightsTexts.ts';
import { ROAD_TEXTS } from './roadTexts.ts';
import { SERVICE_TEXTS } from './serviceTexts.ts';
import { SHIFT_TEXTS } from './shiftTexts.ts';
import { STANDING_TEXTS } from './standingTexts.ts';

export type { RejectionText } from './rejectionText.ts';

const TEXTS: Readonly<Record<RejectionCode, RejectionText>> = {
  ...REQUEST_TEXTS,
  ...SERVICE_TEXTS,
  ...PLAN_TEXTS,
  ...RIDE_TEXTS,
  ...MOVE_TEXTS,
  ...SHIFT_TEXTS,
  ...ROAD_TEXTS,
  ...RIDER_TEXTS,
  ...APART_TEXTS,
  ...STANDING_TEXTS,
  ...RIGHTS_TEXTS,
  ...MACHINE_TEXTS,
};

/** The words for a refusal, its `{placeholders}` filled from the details. */
export function rejectionText(rejection: Rejection): RejectionText {
  const { sentence, withoutDetails, action } = TEXTS[rejection.code];
  const said = withoutDetails && !canFill(sentence, rejection) ? withoutDetails : sentence;
  return { sentence: filled(said, rejection), action: filled(action, rejection) };
}

const PLACEHOLDER = /\{(\w+)\}/g;

function canFill({ ja }: SpokenText, { details = {} }: Rejection): boolean {
  return [...ja.matchAll(PLACEHOLDER)].every(([, key]) => details[key!] !== undefined);
}

function filled(text: SpokenText, { details = {} }: Rejection): SpokenText {
  const fill = (words: string) => words.replace(PLACEHOLDER, (_, key: string) => String(details[key] ?? '…'));
  return { ja: fill(text.ja), en: fill(text.en) };
}
