import { type ReactNode, useLayoutEffect } from 'react';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { type AskedDate, type AskedStage, isOpen, shownDate } from '../store/callStage.ts';
import { AgreedCard } from './AgreedCard.tsx';
import { DateTabs } from './DateTabs.tsx';
import { OffersCard } from './OffersCard.tsx';
import { SearchProgress } from './SearchProgress.tsx';
import './answer.css';

const texts = {
  title: { ja: 'ご案内', en: 'Times to offer' },
  empty: {
    ja: 'どなた・どこから・どこまで・いつ を入れて Enter を押すと、ここにご案内の時刻が出ます。',
    en: 'Fill in who, from, to and when, then press Enter: the times to offer appear here.',
  },
  unsent: {
    ja: 'サーバーにつながりません。入力はこの端末に残っています。つながりしだい、この内容で時刻を探します。',
    en: 'The server cannot be reached. What you typed is kept here, and times are looked for as soon as it is back.',
  },
  unsentSay: {
    ja: 'お客様には「確かめて、こちらからお電話します」とお伝えください。',
    en: 'Tell the caller that you will ring back.',
  },
  kept: {
    ja: 'サーバーにつながりません。このご予約はこの端末に預かりました。つながりしだい送り、結果をここでお知らせします。',
    en: 'The server cannot be reached. The booking is kept here; it is sent as soon as the server is back, and you are told.',
  },
  declined: { ja: 'お客様のお返事を記録しました。', en: "The rider's answer is recorded." },
  next: { ja: '次の受付', en: 'Next call' },
};

/** The lower half of the booking: what can be offered, why not, what was agreed. Its place is always there. */
export function AnswerPanel(): ReactNode {
  const t = useWords(texts);
  const { stage, fault } = useCall();
  const date = shownDate(stage);
  return (
    <section className="answerPanel" aria-labelledby="answerTitle">
      <h2 id="answerTitle" className="visuallyHidden">
        {t.title}
      </h2>
      {stage.kind === 'typing' || !date ? (
        <p className="answerEmpty">{t.empty}</p>
      ) : (
        <>
          <DateTabs stage={stage} />
          <SearchProgress />
          <DateCard key={date.id} date={date} stage={stage} />
        </>
      )}
      <FaultNotice fault={fault} />
    </section>
  );
}

function DateCard({ date, stage }: { date: AskedDate; stage: AskedStage }): ReactNode {
  const t = useWords(texts);
  if (date.answer.kind === 'asking') return <LoadingNote />;
  if (date.answer.kind === 'stopped') return null;
  if (date.answer.kind === 'unsent') {
    return (
      <div className="answerNotice" role="alert">
        <strong>{t.unsent}</strong> {t.unsentSay}
      </div>
    );
  }
  if (date.answer.kind === 'told') return <OffersCard date={date} answer={date.answer} stage={stage} />;
  if (date.answer.kind === 'booked') return <AgreedCard stage={stage} />;
  return (
    <Settled isLast={!isOpen(stage)}>
      {date.answer.kind === 'kept' ? (
        <div className="answerNotice" role="alert">
          <strong>{t.kept}</strong> {t.unsentSay}
        </div>
      ) : (
        <p role="status">{t.declined}</p>
      )}
    </Settled>
  );
}

/** Nothing more to say about a date: Enter goes on to the next call. */
function Settled({ children, isLast }: { children: ReactNode; isLast: boolean }): ReactNode {
  const t = useWords(texts);
  const { startNext, focus } = useCall();
  useLayoutEffect(() => {
    if (isLast) focus.go('offers');
  }, [isLast, focus]);
  return (
    <>
      {children}
      {isLast ? (
        <div className="answerActions">
          <WorkButton look="main" shortcut="⏎" onPress={startNext} buttonRef={focus.refs.offers as never}>
            {t.next}
          </WorkButton>
        </div>
      ) : null}
    </>
  );
}
