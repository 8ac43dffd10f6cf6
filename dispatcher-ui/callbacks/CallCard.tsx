import { Fragment, type ReactNode } from 'react';
import type { CallBackView, CallGroupView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText, dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from '../booking/needTexts.ts';
import { momentText } from './momentText.ts';
import { OtherTimes } from './OtherTimes.tsx';
import { type OutcomeChoice, outcomesOf, outcomeTexts } from './outcomes.ts';

const texts = {
  ring: { ja: '電話する', en: 'Ring' },
  putDown: { ja: 'やめて戻す', en: 'Put down' },
  taken: {
    ja: (who: string) => `${who}が、このお宅に電話しています。次の電話をお選びください。`,
    en: (who: string) => `${who} is ringing this household. Choose the next call.`,
  },
  sentence: { ja: '読み上げる言葉', en: 'To read aloud' },
  outcome: { ja: '電話の結果', en: 'How it went' },
  until: { ja: (time: string) => `電話は ${time} までに`, en: (time: string) => `ring by ${time}` },
  best: { ja: (hours: string) => `出やすい時間 ${hours}`, en: (hours: string) => `best hours ${hours}` },
  tried: {
    ja: (count: number, time: string, how: string) => `つながらず ${count}回（最後 ${time} ${how}）`,
    en: (count: number, time: string, how: string) => `${count} × not reached (last ${time}: ${how})`,
  },
  note: { ja: '申し送り', en: 'Note' },
  giveUp: {
    ja: '「つながらず終える」は、3回つながらないときに選べます。',
    en: '“Give up” is possible after three calls that reached nobody.',
  },
};

interface CallCardProps {
  readonly group: CallGroupView;
  readonly onRing: () => Promise<unknown>;
  readonly onPutDown: () => Promise<unknown>;
  readonly onChoose: (call: CallBackView, choice: OutcomeChoice) => Promise<void>;
  readonly onTake: (call: CallBackView, offerId: string) => Promise<void>;
  readonly onWait: (call: CallBackView, requestId: string) => Promise<void>;
  /** The call for which other times are looked for; null: none. */
  readonly othersOf: string | null;
  readonly onBack: () => void;
}

/** All calls to one telephone: the number, what to say, how it went. */
export function CallCard(props: CallCardProps): ReactNode {
  const { group, onRing, onPutDown } = props;
  const t = useWords(texts);
  const { claim, calls } = group;
  const isMine = claim?.isMine === true;
  return (
    <>
      <div className="callHead">
        <p className="callPhone figures">{group.phone}</p>
        {isMine ? (
          <WorkButton shortcut="Esc" onPress={onPutDown}>
            {t.putDown}
          </WorkButton>
        ) : claim ? (
          <p className="callTaken" role="status">
            ▲ {t.taken(claim.displayName)}
          </p>
        ) : (
          <WorkButton look="main" shortcut="⏎" onPress={onRing}>
            {t.ring}
          </WorkButton>
        )}
      </div>
      {calls.map((call, i) => (
        <OneCall key={call.id} {...props} call={call} isMine={isMine} hasKeys={i === 0} />
      ))}
    </>
  );
}

interface OneCallProps extends CallCardProps {
  readonly call: CallBackView;
  readonly isMine: boolean;
  readonly hasKeys: boolean;
}

function OneCall(props: OneCallProps): ReactNode {
  const { call, isMine, hasKeys, onChoose, onTake, onWait, othersOf, onBack } = props;
  const t = useWords(texts);
  const words = useWords(outcomeTexts);
  const need = useWords(needTexts);
  const language = useLanguage();
  const { clock } = useScreen();
  const when = (iso: string) => momentText(iso, clock.now(), language);
  const { person } = call;
  const facts = [
    person.kana,
    birthYearText(person.birthYear, language),
    person.hamlet,
    ...person.needs.map((each) => need[each]),
  ];
  return (
    <article className="oneCall">
      <h2>
        {person.name} <span className="callFacts">{facts.filter(Boolean).join('・')}</span>
      </h2>
      <p className="callAbout">
        <strong>{call.reasonText[language]}</strong>
        <span className="figures">
          {dayText(call.day, language)} {call.pickupSecond === null ? '' : tableTime(call.pickupSecond)}
        </span>
        {call.usefulUntil ? <span className="figures">{t.until(when(call.usefulUntil))}</span> : null}
        {call.bestHours ? (
          <span className="figures">
            {t.best(`${tableTime(call.bestHours.earliest)}–${tableTime(call.bestHours.latest)}`)}
          </span>
        ) : null}
        {call.unansweredTries > 0 && call.lastTry ? (
          <span className="figures">
            {t.tried(call.unansweredTries, when(call.lastTry.at), words[call.lastTry.outcome])}
          </span>
        ) : null}
        {person.note ? (
          <span>
            {t.note}: {person.note}
          </span>
        ) : null}
      </p>
      <blockquote className="callSentence" aria-label={t.sentence}>
        {call.sentence[language]}
      </blockquote>
      {isMine && othersOf === call.id ? (
        <OtherTimes
          call={call}
          onTake={(offerId) => onTake(call, offerId)}
          onWait={(requestId) => onWait(call, requestId)}
          onBack={onBack}
        />
      ) : isMine ? (
        <fieldset className="callOutcomes">
          <legend className="visuallyHidden">{t.outcome}</legend>
          {outcomesOf(call).map((choice, i) => (
            <Fragment key={choice.outcome}>
              {choice.outcome === 'noAnswer' ? <span className="callOutcomesBreak" /> : null}
              <WorkButton
                look={i === 0 ? 'main' : 'plain'}
                {...(hasKeys ? { shortcut: choice.key } : {})}
                isDisabled={!choice.isAllowed}
                onPress={() => onChoose(call, choice)}
              >
                {choice.text === 'callLater' ? words.callLater(when(call.ringAgainAt)) : words[choice.text]}
              </WorkButton>
            </Fragment>
          ))}
          {call.mayGiveUp ? null : <p className="fieldHint">{t.giveUp}</p>}
        </fieldset>
      ) : null}
    </article>
  );
}
