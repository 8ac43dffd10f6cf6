import type { ReactNode } from 'react';
import type { RideStatusName, SeriesDateView } from '../../backend/contract/index.ts';
import { statusTexts } from '../../screen-kit/parts/StatusBadge.tsx';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { dateStanding } from '../store/dateStanding.ts';

const texts = {
  rides: { ja: '● 乗る', en: '● Rides' },
  off: { ja: '― 休み', en: '― Off' },
  notBooked: { ja: '▲ 取れず', en: '▲ Not booked' },
  exception: { ja: 'この日だけ', en: 'this date only' },
  there: { ja: '行き', en: 'There:' },
  home: { ja: '帰り', en: 'Home:' },
  and: { ja: '・', en: ', ' },
  noWayHome: { ja: '帰りなし', en: 'no way home' },
  arriveBy: { ja: (time: string) => `${time}着`, en: (time: string) => `by ${time}` },
  departAfter: { ja: (time: string) => `${time}発`, en: (time: string) => `after ${time}` },
  pickup: { ja: (time: string) => `お迎え${time}`, en: (time: string) => `pickup ${time}` },
  refused: { ja: '取れず', en: 'not booked' },
  byHand: { ja: '手で変更', en: 'changed by hand' },
};

/** Reasons that say of themselves that they are about one date. */
const OF_ONE_DATE: readonly (string | null)[] = ['excepted', 'extra', 'otherTimes'];

type Made = SeriesDateView['made'][number];

interface SeriesDateRowProps {
  readonly date: SeriesDateView;
  readonly isMarked: boolean;
  readonly onMark: () => void;
}

/** One date: ridden or not, when, why it is not as usual, and what was made of it. */
export function SeriesDateRow({ date, isMarked, onMark }: SeriesDateRowProps): ReactNode {
  const t = useWords(texts);
  const status = useWords(statusTexts);
  const language = useLanguage();
  const { outbound, homeward } = date;
  const home = homeward ? t[homeward.kind](homeward.at) : t.noWayHome;
  const isTold = !date.isException || OF_ONE_DATE.includes(date.reason);
  const why = [date.reasonText?.[language], isTold ? null : t.exception].filter(Boolean).join('・');

  const isRefused = ({ state }: Made) => state === 'refused';
  function madeText(made: Made): string | null {
    const leg = made.leg === 'outbound' ? t.there : t.home;
    if (isRefused(made)) return `${leg} ▲${t.refused} ${made.reasonText?.[language] ?? ''}`;
    if (made.state !== 'booked' || made.rideStatus === null) return null;
    const isComing = made.rideStatus === 'booked' || made.rideStatus === 'assigned';
    if (!isComing) return `${leg} ${status[made.rideStatus satisfies RideStatusName]}`;
    const time = made.pickupSecond === null ? '' : t.pickup(tableTime(made.pickupSecond));
    return [leg, time, made.isTouched ? t.byHand : ''].filter(Boolean).join(' ');
  }
  const made = [...date.made]
    .sort((a, b) => (a.leg > b.leg ? -1 : 1))
    .flatMap((each) => {
      const text = madeText(each);
      return text === null ? [] : [{ text, isRefused: isRefused(each) }];
    });

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys for all rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the row by its id.
    <div
      id={`date-${date.seriesDay}`}
      role="option"
      className={`dateRow ${date.rides ? '' : 'dateRow-off'}`}
      aria-selected={isMarked}
      onClick={onMark}
    >
      <span className="dateMark">{t[dateStanding(date)]}</span>
      <span className="figures">{dayText(date.day, language)}</span>
      <span className="dateTimes figures">
        {date.rides ? (
          <>
            <span>{t[outbound.kind](outbound.at)}</span>
            {t.and}
            <span>{home}</span>
          </>
        ) : null}
      </span>
      {why ? <span className="dateWhy">{why}</span> : null}
      {made.length > 0 ? (
        <span className="dateMade figures">
          {made.map((each) => (
            <span key={each.text} className={each.isRefused ? 'dateRefused' : ''}>
              {each.text}
            </span>
          ))}
        </span>
      ) : null}
    </div>
  );
}
