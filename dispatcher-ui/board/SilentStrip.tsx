import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { durationText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import type { Silence } from '../store/silentShifts.ts';
import { CallLink } from './CallLink.tsx';
import { lastWordTexts, silentTexts } from './silentTexts.ts';
import './strip.css';
import './silent.css';

/** More would push the board off the screen. */
const MOST_SHOWN = 2;

export interface SilentStripProps {
  readonly title: string;
  /** Does the title stand in it? */
  readonly isTitled: boolean;
  /** Longest first. */
  readonly silences: readonly Silence[];
  readonly rides: ReadonlyMap<string, RideView>;
  readonly nowSecond: number;
  readonly onSelect: (row: BoardRow) => void;
}

/** Says of which vehicles nothing is heard, since when, what was heard last, and whom to ring. */
export function SilentStrip(props: SilentStripProps): ReactNode {
  const { title, isTitled, silences, rides, nowSecond, onSelect } = props;
  const t = useWords(silentTexts);
  return (
    <section className="boardStrip silentStrip" aria-label={title}>
      <p>
        {isTitled ? <strong>{title}</strong> : null}{' '}
        {silences.length > MOST_SHOWN ? t.longest(MOST_SHOWN) : ''}
      </p>
      <ul>
        {silences.slice(0, MOST_SHOWN).map((silence) => (
          <SilentLine
            key={silence.row.shiftId}
            silence={silence}
            rides={rides}
            nowSecond={nowSecond}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

type SilentLineProps = Omit<SilentStripProps, 'title' | 'isTitled' | 'silences'> & {
  readonly silence: Silence;
};

function SilentLine({ silence, rides, nowSecond, onSelect }: SilentLineProps): ReactNode {
  const language = useLanguage();
  const { vehicleName, driverName, telephone } = silence.row.shift;
  return (
    <li className="stripLine silentLine">
      <button type="button" className="stripPick stripWho" onClick={() => onSelect(silence.row)}>
        {vehicleName} {driverName}{' '}
        <span className="figures">{durationText(nowSecond - silence.due, language)}</span>
      </button>
      <CallLink telephone={telephone} />
      <SilentWords silence={silence} rides={rides} />
    </li>
  );
}

/** What was to happen, until when it was promised, what was heard last, and whether the device is there. */
function SilentWords({ silence, rides }: Pick<SilentLineProps, 'silence' | 'rides'>): ReactNode {
  const t = useWords(silentTexts);
  const words = useWords(lastWordTexts);
  const language = useLanguage();
  const { row, kind, place, rideIds, due, promisedUntil, lastWord, seenAt, isConnected } = silence;
  const where = place ? placeText(place, language) : row.shift.depot.name;
  const name = rides.get(rideIds[0] ?? '')?.riderName;
  const who = name === undefined ? '' : t.who(name, rideIds.length - 1);
  const sentences = [
    t[kind](tableTime(due), where, who),
    promisedUntil !== null && t.promise(tableTime(promisedUntil)),
    lastWord
      ? words[lastWord.kind](tableTime(lastWord.second), placeText(lastWord.place, language))
      : t.noLast,
    kind === 'leave'
      ? t.here(tableTime(seenAt!))
      : isConnected
        ? t.connected
        : seenAt === null
          ? t.unseen
          : t.seen(tableTime(seenAt)),
  ];
  return <span className="stripWords">{sentences.filter(Boolean).join(language === 'ja' ? '' : ' ')}</span>;
}
