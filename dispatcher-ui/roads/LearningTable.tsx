import type { ReactNode } from 'react';
import type { LearningAnswer, LearningRow } from '../../backend/contract/index.ts';
import { listText } from '../../screen-kit/words/listText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { roadClassTexts } from './roadClassTexts.ts';

const texts = {
  roadClass: { ja: '道の種類', en: 'Roads' },
  mixed: { ja: 'いろいろな道', en: 'Mixed' },
  season: { ja: '季節', en: 'Season' },
  hours: { ja: '時間帯', en: 'Hours' },
  legs: { ja: '回数', en: 'Drives' },
  drift: { ja: '計画より（まん中）', en: 'Against plan (median)' },
  spread: { ja: '半分はこの間', en: 'Half lie between' },
  explain: {
    ja: '＋10％は、計画より1割長くかかったこと、−10％は、1割短くすんだことです。',
    en: '+10 % means that driving took a tenth longer than planned, −10 % a tenth less.',
  },
  asPlanned: { ja: '計画どおり', en: 'as planned' },
  leftOut: {
    ja: (count: number, why: string) => `このほかに、数えなかった走行が${count}回あります（${why}）。`,
    en: (count: number, why: string) =>
      `${count === 1 ? 'One more drive is' : `${count} more drives are`} not counted: ${why}.`,
  },
  tooShort: {
    ja: (count: number) => `2分に満たない ${count}回`,
    en: (count: number) => `${count} shorter than two minutes`,
  },
  tooFarOff: {
    ja: (count: number) => `ほかの事情とみられる ${count}回`,
    en: (count: number) => `${count} too far off the plan to be about the road`,
  },
};

const seasonTexts = {
  winter: { ja: '冬（12〜3月）', en: 'Winter (Dec–Mar)' },
  spring: { ja: '春（4〜6月）', en: 'Spring (Apr–Jun)' },
  summer: { ja: '夏（7〜9月）', en: 'Summer (Jul–Sep)' },
  autumn: { ja: '秋（10・11月）', en: 'Autumn (Oct–Nov)' },
};

const hoursTexts = {
  early: { ja: '7時まで', en: 'before 7' },
  morning: { ja: '7〜9時', en: '7–9' },
  day: { ja: '9〜16時', en: '9–16' },
  evening: { ja: '16〜19時', en: '16–19' },
  night: { ja: '19時から', en: 'after 19' },
};

/** How much longer than planned driving took; null: as planned, to the percent. */
function driftText(ratio: number): string | null {
  const percent = Math.round((ratio - 1) * 100);
  if (percent === 0) return null;
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}

/** Performed driving against planned, by kind of road, season and part of the day. */
export function LearningTable({ rows }: { rows: readonly LearningRow[] }): ReactNode {
  const t = useWords(texts);
  const classWords = useWords(roadClassTexts);
  const seasonWords = useWords(seasonTexts);
  const hoursWords = useWords(hoursTexts);
  return (
    <div className="roadTable learningTable">
      <p className="closureSide">{t.explain}</p>
      <table>
        <thead>
          <tr>
            {([t.roadClass, t.season, t.hours, t.legs, t.drift, t.spread] as const).map((head) => (
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
              <td>{driftText(row.medianRatio) ?? t.asPlanned}</td>
              <td>{`${driftText(row.lowerRatio) ?? '0 %'} … ${driftText(row.upperRatio) ?? '0 %'}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Drives that the figures leave out, and why; nothing where there are none. */
export function LeftOut({ tooShort, tooFarOff }: LearningAnswer['leftOut']): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  if (tooShort + tooFarOff === 0) return null;
  const why = [tooShort > 0 ? t.tooShort(tooShort) : '', tooFarOff > 0 ? t.tooFarOff(tooFarOff) : ''];
  const reasons = listText(
    why.filter((reason) => reason !== ''),
    language,
  );
  return <p className="closureSide figures">{t.leftOut(tooShort + tooFarOff, reasons)}</p>;
}
