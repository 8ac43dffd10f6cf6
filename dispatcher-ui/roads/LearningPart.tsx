import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { RoadSuggestionView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { UndoToast } from '../../screen-kit/parts/UndoToast.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { LearningTable, LeftOut } from './LearningTable.tsx';

const texts = {
  suggestions: { ja: '計画の時間を直す提案', en: 'Suggested changes' },
  noSuggestion: {
    ja: 'いま提案はありません。計画と実際のちがいが続くと、ここに出ます。',
    en: 'Nothing to suggest. Lasting differences between plan and street appear here.',
  },
  effect: {
    ja: (percent: number) =>
      `受け入れると、これからの計画は${percent}％の速さで時間を見ます。お約束ずみの時刻は変わりません。`,
    en: (percent: number) =>
      `If accepted, plans reckon with ${percent} % of that speed. Promised times stay.`,
  },
  accept: { ja: '受け入れる', en: 'Accept' },
  refuse: { ja: '見送る', en: 'Refuse' },
  withdraw: { ja: '取りやめる', en: 'Withdraw' },
  reopen: { ja: '見送りを取り消す', en: 'Take the refusal back' },
  useAgain: { ja: 'また使う', en: 'Use again' },
  refusedNow: { ja: '提案を見送りました。', en: 'The suggestion is refused.' },
  withdrawnNow: { ja: '提案を取りやめました。', en: 'The suggestion is withdrawn.' },
  undo: { ja: '元に戻す', en: 'Undo' },
  accepted: { ja: '計画に使っています', en: 'In use' },
  refused: { ja: '見送りました', en: 'Refused' },
  withdrawn: { ja: '取りやめました', en: 'Withdrawn' },
  replaced: { ja: '新しい提案に替わりました', en: 'Replaced by a newer one' },
  decided: {
    ja: (day: string, who: string) => `（${day} ${who}）`,
    en: (day: string, who: string) => ` (${day}, ${who})`,
  },
  unknown: { ja: '担当者は不明', en: 'decider unknown' },
  open: { ja: '返事待ち', en: 'Open' },
  report: { ja: '計画と実際の走行時間', en: 'Planned and performed driving' },
  span: {
    ja: (from: string, to: string) => `${from}から${to}まで`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  noRows: { ja: 'まだ走行の記録がありません。', en: 'No drives recorded yet.' },
};

type SuggestionDecision = Parameters<Api['decideSuggestion']>[1];

/** What was decided last. */
interface Done {
  readonly id: string;
  readonly decision: SuggestionDecision;
}

/** What the street teaches: suggestions to decide on, and the figures behind them. Nothing changes silently. */
export function LearningPart({ canChange }: { canChange: boolean }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const learning = useLookAgain(api.roadLearning, 30_000);
  const { fault, attempt } = useAttempt();
  const [done, setDone] = useState<Done | null>(null);
  const decided = useRef<string | null>(null);

  async function decide(id: string, decision: SuggestionDecision): Promise<void> {
    const isDone = await attempt(() => api.decideSuggestion(id, decision));
    if (isDone) setDone({ id, decision });
    decided.current = isDone ? id : null;
    await learning.refresh();
  }

  async function undo({ id, decision }: Done): Promise<void> {
    await decide(id, decision === 'refuse' ? 'reopen' : 'accept');
  }

  const { answer } = learning;
  if (!answer)
    return learning.fault ? (
      <FaultNotice fault={learning.fault} onRetry={learning.refresh} />
    ) : (
      <LoadingNote />
    );
  return (
    <>
      <section aria-label={t.suggestions}>
        <h2 className="roadsTitle">{t.suggestions}</h2>
        <FaultNotice fault={learning.fault ?? fault} />
        {answer.suggestions.length === 0 ? <EmptyNote>{t.noSuggestion}</EmptyNote> : null}
        <ul className="closureList">
          {answer.suggestions.map((suggestion) => (
            <SuggestionItem
              key={suggestion.id}
              suggestion={suggestion}
              decided={decided}
              onDecide={canChange ? (decision) => decide(suggestion.id, decision) : null}
            />
          ))}
        </ul>
      </section>
      {done?.decision === 'refuse' || done?.decision === 'withdraw' ? (
        <UndoToast
          key={`${done.id} ${done.decision}`}
          text={done.decision === 'refuse' ? t.refusedNow : t.withdrawnNow}
          undoText={t.undo}
          onUndo={() => undo(done)}
          onGone={() => setDone(null)}
        />
      ) : null}
      <section aria-label={t.report}>
        <h2 className="roadsTitle">{t.report}</h2>
        <p className="closureSide">{t.span(dayText(answer.from, language), dayText(answer.to, language))}</p>
        {answer.rows.length === 0 ? <EmptyNote>{t.noRows}</EmptyNote> : <LearningTable rows={answer.rows} />}
        <LeftOut {...answer.leftOut} />
      </section>
    </>
  );
}

function SuggestionItem(props: {
  suggestion: RoadSuggestionView;
  onDecide: ((decision: SuggestionDecision) => Promise<void>) | null;
  /** Which one was decided just now. */
  decided: RefObject<string | null>;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { suggestion, onDecide } = props;
  const { standing, decidedAt } = suggestion;
  const item = useRef<HTMLLIElement>(null);

  // The button that was pressed is gone, and the item may stand elsewhere: the keyboard stays with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once at each new standing.
  useLayoutEffect(() => {
    if (props.decided.current !== suggestion.id) return;
    props.decided.current = null;
    item.current?.querySelector('button')?.focus();
  }, [standing]);

  const action = (decision: SuggestionDecision, text: string, look: 'main' | 'plain' = 'plain') => (
    <WorkButton key={decision} look={look} onPress={() => onDecide?.(decision)}>
      {text}
    </WorkButton>
  );
  const actions = {
    open: [action('accept', t.accept, 'main'), action('refuse', t.refuse)],
    accepted: [action('withdraw', t.withdraw)],
    refused: [action('reopen', t.reopen)],
    withdrawn: [action('accept', t.useAgain)],
    replaced: [],
  }[standing];
  return (
    <li ref={item} className="closureItem">
      <p>
        <strong>{suggestion.sentence[language]}</strong>
      </p>
      {standing === 'open' ? (
        <p className="closureSide figures">{t.effect(Math.round(suggestion.factor * 100))}</p>
      ) : (
        <p className="closureSide">
          {t[standing]}
          {decidedAt
            ? t.decided(dayText(decidedAt.slice(0, 10), language), suggestion.deciderName ?? t.unknown)
            : ''}
        </p>
      )}
      {onDecide && actions.length > 0 ? <div className="roadActions">{actions}</div> : null}
    </li>
  );
}
