import type { ReactNode } from 'react';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import type { Stray } from '../store/strayVehicles.ts';
import { CallLink } from './CallLink.tsx';
import './strip.css';

const texts = {
  farthest: {
    ja: (count: number) => `遠い順に${count}便。ほかの便には、下の一覧に「≠」の印があります。`,
    en: (count: number) => `The ${count} farthest are here, the others marked ≠ on the board.`,
  },
  where: {
    ja: (place: string, km: string, time: string) =>
      `予定では ${place} にいますが、端末の位置は約${km}km離れています（${time}）。`,
    en: (place: string, km: string, time: string) =>
      `Planned to be at ${place}; its device is about ${km} km away (${time}).`,
  },
  until: {
    ja: (time: string) => `${time}まで待つ予定です。`,
    en: (time: string) => `It is to wait until ${time}.`,
  },
  what: {
    ja: '次のお迎えに間に合うか、運転手に確かめてください。',
    en: 'Ask the driver whether the next pickup can be made.',
  },
};

/** More would push the board off the screen. */
const MOST_SHOWN = 2;

export interface StrayStripProps {
  readonly title: string;
  /** Does the title stand in it? */
  readonly isTitled: boolean;
  /** Farthest first. */
  readonly strays: readonly Stray[];
  readonly onSelect: (row: BoardRow) => void;
}

/** Says which vehicles wait elsewhere than the plan reckons, and whom to ask. */
export function StrayStrip({ title, isTitled, strays, onSelect }: StrayStripProps): ReactNode {
  const t = useWords(texts);
  return (
    <section className="boardStrip strayStrip" aria-label={title}>
      <p>
        {isTitled ? <strong>{title}</strong> : null}{' '}
        {strays.length > MOST_SHOWN ? t.farthest(MOST_SHOWN) : ''}
      </p>
      <ul>
        {strays.slice(0, MOST_SHOWN).map((stray) => (
          <StrayLine key={stray.row.shiftId} stray={stray} onSelect={onSelect} />
        ))}
      </ul>
    </section>
  );
}

function StrayLine({ stray, onSelect }: { stray: Stray; onSelect: StrayStripProps['onSelect'] }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { row, place, until, metres, seenAt } = stray;
  const { vehicleName, driverName, telephone, depot } = row.shift;
  const where = place ? placeText(place, language) : depot.name;
  const sentences = [
    t.where(where, String(Math.round(metres / 1000)), tableTime(seenAt)),
    until === null ? '' : t.until(tableTime(until)),
    until === null ? '' : t.what,
  ];
  return (
    <li className="stripLine">
      <button type="button" className="stripPick stripWho" onClick={() => onSelect(row)}>
        {vehicleName} {driverName}
      </button>
      <CallLink telephone={telephone} />
      <span className="stripWords">{sentences.filter(Boolean).join(language === 'ja' ? '' : ' ')}</span>
    </li>
  );
}
