import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { ApartView, PersonView } from '../../backend/contract/index.ts';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { birthYearText, dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { ApartDialog } from './ApartDialog.tsx';
import './apart.css';

const texts = {
  title: { ja: '同乗を避ける方', en: 'Kept apart from' },
  who: { ja: '配車と管理の係だけに見えます。', en: 'Shown to dispatch and administration only.' },
  none: { ja: '登録はありません。', en: 'Nobody.' },
  rider: { ja: (name: string) => `${name} 様`, en: (name: string) => name },
  driver: {
    ja: (name: string, provider: string) => `運転手 ${name}（${provider}）`,
    en: (name: string, provider: string) => `driver ${name} (${provider})`,
  },
  unknown: {
    ja: '▲ この名前の運転手は、今どの便にもいません。名前が変わったときは、登録し直してください。',
    en: '▲ No shift has a driver of this name now. Where the name has changed, register it anew.',
  },
  together: { ja: '▲ まだ一緒になる乗車', en: '▲ Still planned together' },
  togetherHelp: {
    ja: 'お約束の時刻のままでは分けられません。お電話のうえ、時刻を変えてください。',
    en: 'They cannot be parted within their promises. Ring, and change the time.',
  },
  add: { ja: '同乗を避ける方を登録する', en: 'Keep apart from somebody' },
  end: { ja: '登録を外す', en: 'End' },
  endOf: { ja: (who: string) => `${who}の登録を外す`, en: (who: string) => `End: ${who}` },
  ended: { ja: (who: string) => `${who}の登録を外しました。`, en: (who: string) => `Ended: ${who}.` },
  done: {
    ja: (moved: number) =>
      moved === 0
        ? '登録しました。これからの配車では一緒になりません。'
        : `登録しました。一緒だった乗車 ${moved}件を、お約束のまま分けました。`,
    en: (moved: number) =>
      moved === 0
        ? 'Registered. From now on they are planned apart.'
        : `Registered. ${moved} rides were parted, as promised.`,
  },
  undo: { ja: '元に戻す', en: 'Undo' },
  restored: { ja: '元に戻しました。', en: 'As it was before.' },
};

/** From whom a rider is kept apart and why, for those who plan the day; written down, ended and taken back here. */
export function ApartPart({ person }: { person: PersonView }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const ask = useCallback(() => api.apartOf(person.id), [api, person.id]);
  const { answer, fault, refresh } = useLookAgain(ask, null);
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState('');
  const [ended, setEnded] = useState<ApartView | null>(null);
  const act = useAttempt();
  const part = useRef<HTMLElement>(null);

  const nameOf = ({ other }: ApartView): string =>
    other.kind === 'rider' ? t.rider(other.name) : t.driver(other.name, other.providerName[language]);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setTold('');
    await act.attempt(work);
    await refresh();
  }
  const end = (apart: ApartView) =>
    attempt(async () => {
      await api.endApart(person.id, apart.id);
      setEnded(apart);
      part.current?.focus();
    });
  const undo = ({ id }: ApartView) =>
    attempt(async () => {
      await api.restoreApart(person.id, id);
      setTold(t.restored);
      setEnded(null);
    });

  return (
    <section ref={part} className="apartPart" aria-label={t.title} tabIndex={-1}>
      <h3 className="callerTitle">{t.title}</h3>
      <p className="cardNone">{t.who}</p>
      {answer === null && !fault ? <LoadingNote /> : null}
      {answer?.apart.length === 0 ? <p className="cardNone">{t.none}</p> : null}
      <ul className="apartList">
        {(answer?.apart ?? []).map((apart) => (
          <li key={apart.id}>
            <p>
              <strong>{nameOf(apart)}</strong>
              {apart.other.kind === 'rider' ? (
                <span className="cardSide figures">
                  {' '}
                  {birthYearText(apart.other.birthYear, language)}・{apart.other.hamlet}
                </span>
              ) : null}
            </p>
            <p>{apart.reason}</p>
            {apart.other.kind === 'driver' && !apart.other.isKnown ? (
              <p className="apartWarning">{t.unknown}</p>
            ) : null}
            <WorkButton look="quiet" label={t.endOf(nameOf(apart))} onPress={() => end(apart)}>
              {t.end}
            </WorkButton>
          </li>
        ))}
      </ul>
      {answer && answer.together.length > 0 ? (
        <div className="apartWarning">
          <p>
            <strong>{t.together}</strong>
          </p>
          <ul className="figures">
            {answer.together.map(({ rideId, day, pickupSecond, fromName, toName }) => (
              <li key={rideId}>
                {dayText(day, language)} {pickupSecond === null ? '' : tableTime(pickupSecond)} {fromName} →{' '}
                {toName}
              </li>
            ))}
          </ul>
          <p>{t.togetherHelp}</p>
        </div>
      ) : null}
      <p role="status" className="apartTold">
        {told}
      </p>
      <FaultNotice fault={fault} onRetry={refresh} />
      <FaultNotice fault={act.fault} />
      <WorkButton look="quiet" onPress={() => setAdding(true)}>
        {t.add}
      </WorkButton>
      {ended ? (
        <UndoToast
          text={t.ended(nameOf(ended))}
          undoText={t.undo}
          onUndo={() => undo(ended)}
          onGone={() => setEnded(null)}
        />
      ) : null}
      {isAdding ? (
        <ApartDialog
          person={person}
          onClose={() => setAdding(false)}
          onDone={({ moved }) => {
            setAdding(false);
            setTold(t.done(moved));
            void refresh();
          }}
        />
      ) : null}
    </section>
  );
}
