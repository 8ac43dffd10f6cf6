import type { ReactNode } from 'react';
import type { RecordCall } from '../../backend/contract/index.ts';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { momentText } from './momentText.ts';
import type { RecordedCall } from './useCallRecord.ts';

const texts = {
  done: {
    ja: (name: string) => `${name} 様の電話を記録しました。`,
    en: (name: string) => `Recorded: ${name}.`,
  },
  declined: {
    ja: (name: string) => `${name} 様のお返事のとおりにしました。`,
    en: (name: string) => `Done as ${name} said.`,
  },
  tookOther: {
    ja: (name: string) => `${name} 様を、ほかの時刻で予約しました。`,
    en: (name: string) => `${name} is booked at another time.`,
  },
  waitlisted: {
    ja: (name: string) => `${name} 様を、空き待ちに入れました。`,
    en: (name: string) => `${name} is on the waitlist.`,
  },
  later: {
    ja: (name: string, when: string) => `${name} 様に ${when} にかけ直します。`,
    en: (name: string, when: string) => `${name} will be rung again at ${when}.`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
};

/** Outcomes that do something besides being recorded. */
const DONE_TEXTS: Partial<Record<RecordCall['outcome'], 'declined' | 'tookOther' | 'waitlisted'>> = {
  declined: 'declined',
  tookOther: 'tookOther',
  waitlisted: 'waitlisted',
};

/** Says how the last call was recorded, and lets it be taken back. */
export function RecordedToast(props: {
  done: RecordedCall;
  onUndo: () => Promise<void>;
  onGone: () => void;
}): ReactNode {
  const { later, what, name } = props.done;
  const t = useWords(texts);
  const language = useLanguage();
  const { clock } = useScreen();
  const text = later
    ? t.later(name, momentText(later, clock.now(), language))
    : t[DONE_TEXTS[what] ?? 'done'](name);
  return <UndoToast text={text} undoText={t.undo} shortcut="U" onUndo={props.onUndo} onGone={props.onGone} />;
}
