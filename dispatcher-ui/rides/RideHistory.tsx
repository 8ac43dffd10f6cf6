import type { ReactNode } from 'react';
import type { DoneByView, RideView } from '../../backend/contract/index.ts';
import type { Language } from '../../screen-kit/words/language.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { daySecondOf, dayText, serviceDayOf, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { proxyTexts } from '../caller/proxyTexts.ts';

const texts = {
  operator: { ja: '受付', en: 'Phone desk' },
  dispatcher: { ja: '配車', en: 'Dispatch' },
  administrator: { ja: '管理', en: 'Administration' },
  municipality: { ja: '役場', en: 'Town office' },
  driver: { ja: '乗務員', en: 'Driver' },
  clinic: { ja: '医療機関', en: 'Clinic' },
  rider: { ja: 'お客様', en: 'The rider' },
  proxy: { ja: '代理の方', en: 'Proxy' },
  voice: { ja: '自動受付の電話', en: 'Voice line' },
  system: { ja: '自動', en: 'Automatic' },
  other: { ja: 'お客様のお知り合い', en: 'Somebody the rider knows' },
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
  const proxies = useWords(proxyTexts);
  const language = useLanguage();
  const handText = ({ kind, name }: DoneByView) => [t[kind], name].filter(Boolean).join(' ');
  const lines: string[] = [];
  const { changedFrom, endedBy, endedAt, cancelledBy } = ride;
  if (changedFrom) {
    const second = changedFrom.pickupSecond ?? changedFrom.requested.second;
    const day = changedFrom.day === ride.day ? '' : `${dayText(changedFrom.day, language)} `;
    const before = `${day}${tableTime(second)} ${placeText(changedFrom.from, language)} → ${placeText(changedFrom.to, language)}`;
    lines.push(t.changed(momentText(changedFrom.at, language), handText(changedFrom.by), before));
  }
  if (endedBy) {
    const when = endedAt === null ? '' : momentText(endedAt, language);
    const wish = cancelledBy
      ? t.request([cancelledBy.kind ? proxies[cancelledBy.kind] : t.other, cancelledBy.name].join(' '))
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

/** Day and time of something that was done, by the service's clock. */
function momentText(iso: string, language: Language): string {
  const moment = Date.parse(iso);
  const day = serviceDayOf(moment);
  return `${dayText(day, language)} ${tableTime(daySecondOf(day, moment))}`;
}
