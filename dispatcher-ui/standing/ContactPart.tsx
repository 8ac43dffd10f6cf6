import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { ContactAnswer } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { BestHoursField } from '../caller/BestHoursField.tsx';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';

const texts = {
  title: { ja: '連絡のしかた', en: 'How to be told' },
  wants: { ja: '前の日の時刻のご連絡', en: "Tomorrow's time" },
  eveningCall: { ja: '夕方に電話', en: 'Call in the evening' },
  sms: { ja: 'ショートメール（同意あり）', en: 'Text message (agreed)' },
  voice: { ja: '自動の電話（同意あり）', en: 'Automatic call (agreed)' },
  noSms: { ja: '固定電話なので、ショートメールは届きません。', en: 'A landline gets no text messages.' },
  notices: { ja: '最近のお知らせ', en: 'Latest notices' },
  waiting: { ja: '送る前', en: 'Waiting' },
  sent: { ja: '送った', en: 'Sent' },
  failed: { ja: '届かない', en: 'Failed' },
  saved: { ja: '保存しました。', en: 'Saved.' },
};

const WAYS = ['eveningCall', 'sms', 'voice'] as const;
type Way = (typeof WAYS)[number];

/** How a rider wishes to be told, kept as soon as it is ticked; and what they were told. */
export function ContactPart({ personId }: { personId: string }): ReactNode {
  const t = useWords(texts);
  const { api, onFault } = useScreen();
  const [answer, setAnswer] = useState<ContactAnswer | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  /** What was ticked last. */
  const [ticked, setTicked] = useState<readonly Way[] | null>(null);
  const saving = useSending(ticked);
  const isOpen = saving.isSending || saving.isUnsent;
  /** Ticks are sent in their order. */
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());

  const load = useCallback(async () => {
    try {
      setAnswer(await api.contact(personId));
      setFault(null);
    } catch (cause) {
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [api, onFault, personId]);
  useEffect(() => void load(), [load]);

  async function save(ways: readonly Way[], before: ContactAnswer['wish']): Promise<void> {
    // What was ticked before has no answer yet: then it is not known what is kept, and all is said.
    const changed = WAYS.filter((way) => isOpen || ways.includes(way) !== before[way]);
    const change = Object.fromEntries(changed.map((way) => [way, ways.includes(way)]));
    setTicked(ways);
    setSaved(false);
    await saving.send(async () => {
      const asked = lastSent.current.then(() => api.saveContact(personId, change));
      lastSent.current = asked.catch(() => undefined);
      setAnswer(await asked);
      setSaved(true);
    }, ways);
  }

  const shownWays = (wish: ContactAnswer['wish']): readonly Way[] =>
    ticked && isOpen ? ticked : WAYS.filter((way) => wish[way]);

  return (
    <section className="contactPart" aria-label={t.title}>
      <h2>{t.title}</h2>
      <FaultNotice fault={fault} onRetry={load} />
      {answer === null && !fault ? <LoadingNote /> : null}
      {answer ? (
        <>
          <ChecksField
            label={t.wants}
            values={shownWays(answer.wish)}
            choices={WAYS.filter((way) => way !== 'sms' || answer.canTakeSms).map((value) => ({
              value,
              text: t[value],
            }))}
            onChange={(ways) => void save(ways, answer.wish)}
          />
          {answer.canTakeSms ? null : <p className="fieldHint">{t.noSms}</p>}
          {saving.isUnsent ? <UnsentNotice /> : <FaultNotice fault={saving.fault} />}
          <p className="seriesMade" role="status">
            {isSaved ? t.saved : ''}
          </p>
          <BestHoursField personId={personId} hours={answer.wish.bestHours} onSaved={setAnswer} />
          {answer.notices.length > 0 ? (
            <>
              <h3>{t.notices}</h3>
              <ul>
                {answer.notices.map((notice) => (
                  <li key={notice.id}>
                    <strong>{t[notice.state]}</strong> {notice.text}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
