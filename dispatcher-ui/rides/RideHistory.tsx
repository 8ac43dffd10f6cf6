import type { ReactNode } from 'react';
import type { DoneByView, RideView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { proxyTexts } from '../caller/proxyTexts.ts';
import { doneAtText, handTexts } from './doneTexts.ts';

const texts = {
  changed: {
    ja: (when: string, who: string, before: string) => `${when} 変更（${who}）。前は ${before}`,
    en: (when: string, who: string, before: string) => `${when} changed by ${who}; before: ${before}`,
  },
  replaced: {
    ja: (when: string, who: string) => `${when} 別の予約に変更（${who}）`,
    en: (when: string, who: string) => `${when} changed into another ride by ${who}`,
  },
  cancelled: {
    ja: (when: string, who: string) => `${when} 取り消し（${who}）`,
    en: (when: string, who: string) => `${when} cancelled by ${who}`,
  },
  request: {
    ja: (who: string) => `${who} のお申し出`,
    en: (who: string) => `at the request of ${who}`,
  },
};

/** Who changed the ride and what it was before, and who cancelled it: whose wish and whose hand. */
export function RideHistory({ ride }: { ride: RideView }): ReactNode {
  const t = useWords(texts);
  const hands = useWords(handTexts);
  const proxies = useWords(proxyTexts);
  const language = useLanguage();
  const handText = ({ kind, name }: DoneByView) => [hands[kind], name].filter(Boolean).join(' ');
  const lines: string[] = [];
  const { changedFrom, endedBy, endedAt, cancelledBy } = ride;
  if (changedFrom) {
    const second = changedFrom.pickupSecond ?? changedFrom.requested.second;
    const day = changedFrom.day === ride.day ? '' : `${dayText(changedFrom.day, language)} `;
    const before = `${day}${tableTime(second)} ${placeText(changedFrom.from, language)} → ${placeText(changedFrom.to, language)}`;
    lines.push(t.changed(doneAtText(changedFrom.at, language), handText(changedFrom.by), before));
  }
  if (endedBy) {
    const when = endedAt === null ? '' : doneAtText(endedAt, language);
    const wish = cancelledBy
      ? t.request([cancelledBy.kind ? proxies[cancelledBy.kind] : hands.other, cancelledBy.name].join(' '))
      : '';
    const who = [handText(endedBy), wish].filter(Boolean).join('・');
    lines.push(ride.replacedById === null ? t.cancelled(when, who) : t.replaced(when, who));
  }
  if (lines.length === 0) return null;
  return (
    <ul className="rideHistory figures">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
