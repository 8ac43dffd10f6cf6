import type { ReactNode } from 'react';
import type { LearningRow, RoadSuggestionView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { roadClassTexts } from './roadClassTexts.ts';

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
  roadClass: { ja: '道の種類', en: 'Roads' },
  mixed: { ja: 'いろいろな道', en: 'Mixed' },
  season: { ja: '季節', en: 'Season' },
  hours: { ja: '時間帯', en: 'Hours' },
  legs: { ja: '走行', en: 'Drives' },
  ratio: { ja: '実際÷計画(まん中)', en: 'Performed ÷ planned (median)' },
  spread: { ja: '半分はこの間', en: 'Half lie between' },
  noRows: { ja: 'まだ走行の記録がありません。', en: 'No drives recorded yet.' },
  leftOut: {
    ja: (short: number, far: number) =>
      `数えなかった走行 ${short + far}回(1分に満たない ${short}、ほかの事情とみられる ${far})`,
    en: (short: number, far: number) =>
      `Not counted: ${short + far} (shorter than a minute ${short}, too far off ${far})`,
  },
};

const seasonTexts = {
  winter: { ja: '冬(12〜3月)', en: 'Winter (Dec–Mar)' },
  spring: { ja: '春(4〜6月)', en: 'Spring (Apr–Jun)' },
  summer: { ja: '夏(7〜9月)', en: 'Summer (Jul–Sep)' },
  autumn: { ja: '秋(10・11月)', en: 'Autumn (Oct–Nov)' },
};

const hoursTexts = {
  early: { ja: '7時まで', en: 'before 7' },
  morning: { ja: '7〜9時', en: '7–9' },
  day: { ja: '9〜16時', en: '9–16' },
  evening: { ja: '16〜19時', en: '16–19' },
  night: { ja: '19時から', en: 'after 19' },
};

/** What the street teaches: suggestions to decide on, and the figures behind them. Nothing changes silently. */
export function LearningPart({ canChange }: { canChange: boolean }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const learning = useLookAgain(api.roadLearning, 30_000);
  const { fault, attempt } = useAttempt();

  async function decide(id: string, decision: 'accept' | 'refuse' | 'withdraw'): Promise<void> {
    await attempt(() => api.decideSuggestion(id, decision));
    await learning.refresh();
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
              onDecide={canChange ? (decision) => decide(suggestion.id, decision) : null}
            />
          ))}
        </ul>
      </section>
      <section aria-label={t.report}>
        <h2 className="roadsTitle">{t.report}</h2>
        <p className="closureSide">{t.span(dayText(answer.from, language), dayText(answer.to, language))}</p>
        {answer.rows.length === 0 ? <EmptyNote>{t.noRows}</EmptyNote> : <LearningTable rows={answer.rows} />}
        <p className="closureSide figures">{t.leftOut(answer.leftOut.tooShort, answer.leftOut.tooFarOff)}</p>
      </section>
    </>
  );
}

function SuggestionItem(props: {
  suggestion: RoadSuggestionView;
  onDecide: ((decision: 'accept' | 'refuse' | 'withdraw') => Promise<void>) | null;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { suggestion, onDecide } = props;
  const { standing, decidedAt } = suggestion;
  return (
    <li className="closureItem">
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
      {onDecide && standing === 'open' ? (
        <div className="roadActions">
          <WorkButton look="main" onPress={() => onDecide('accept')}>
            {t.accept}
          </WorkButton>
          <WorkButton onPress={() => onDecide('refuse')}>{t.refuse}</WorkButton>
        </div>
      ) : null}
      {onDecide && standing === 'accepted' ? (
        <div className="roadActions">
          <WorkButton onPress={() => onDecide('withdraw')}>{t.withdraw}</WorkButton>
        </div>
      ) : null}
    </li>
  );
}

function LearningTable({ rows }: { rows: readonly LearningRow[] }): ReactNode {
  const t = useWords(texts);
  const classWords = useWords(roadClassTexts);
  const seasonWords = useWords(seasonTexts);
  const hoursWords = useWords(hoursTexts);
  return (
    <div className="roadTable">
      <table>
        <thead>
          <tr>
            {([t.roadClass, t.season, t.hours, t.legs, t.ratio, t.spread] as const).map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="figures">
          {rows.map((row) => (
            <tr key={`${row.roadClass} ${row.season} ${row.hours}`}>
              <th scope="row">{row.roadClass === null ? t.mixed : classWords[row.roadClass]}</th>
              <td>{seasonWords[row.season]}</td>
              <td>{hoursWords[row.hours]}</td>
              <td>{row.legs}</td>
              <td>{row.medianRatio.toFixed(2)}</td>
              <td>{`${row.lowerRatio.toFixed(2)}–${row.upperRatio.toFixed(2)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
