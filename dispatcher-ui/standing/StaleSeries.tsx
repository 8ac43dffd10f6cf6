import { type ReactNode, useState } from 'react';
import type { StandingOrderView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { listText } from '../../screen-kit/words/listText.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from '../booking/needTexts.ts';
import { partyTexts } from '../booking/PartyField.tsx';
import { StaleChoice } from '../outbox/StaleChoice.tsx';
import { WEEKDAYS, type Weekday, weekdayTexts } from '../roads/weekdayTexts.ts';
import type { PlaceOption } from '../store/bookingDraft.ts';
import { joinSeries, type SeriesPart, seriesConflicts } from '../store/joinSeries.ts';
import { type SeriesDraft, type TypedSeries, typedOf } from '../store/seriesDraft.ts';
import { seriesTexts } from './seriesTexts.ts';

const texts = {
  what: {
    ja: '入力した内容は残っています。変わったところを見て、合わせてください。まだ決まりません。',
    en: 'What you typed is kept. Look at what changed, then join both. Nothing is kept on the server yet.',
  },
  join: { ja: '両方を合わせて、入力に戻る', en: 'Join both, back to the form' },
  takeTheirs: { ja: 'こちらの入力を捨てる', en: 'Drop what I typed' },
  span: {
    ja: (from: string, to: string) => `${from}〜${to}`,
    en: (from: string, to: string) => `${from} – ${to}`,
  },
};

interface StaleSeriesProps {
  readonly mine: SeriesDraft;
  /** The order as another desk has kept it. */
  readonly order: StandingOrderView;
  readonly onJoin: (joined: SeriesDraft) => void;
  readonly onDrop: () => void;
}

/** A series that two desks have changed at once. */
export function StaleSeries({ mine, order, onJoin, onDrop }: StaleSeriesProps): ReactNode {
  const t = useWords(texts);
  const series = useWords(seriesTexts);
  const party = useWords(partyTexts);
  const inWords = usePartText();
  const [chosen, setChosen] = useState<ReadonlySet<SeriesPart>>(new Set());
  const theirs = typedOf(order);
  const labels = { ...series, ...party, wayHome: series.hasReturn };

  return (
    <StaleChoice
      what={t.what}
      lines={seriesConflicts(mine, theirs).map(({ part, isBoth }) => ({
        part,
        isBoth,
        label: labels[part],
        mine: inWords(mine, part),
        theirs: inWords(theirs, part),
      }))}
      chosenTheirs={chosen}
      onChoose={setChosen}
    >
      <WorkButton look="main" onPress={() => onJoin(joinSeries(mine, order, chosen))}>
        {t.join}
      </WorkButton>
      <WorkButton look="quiet" onPress={onDrop}>
        {t.takeTheirs}
      </WorkButton>
    </StaleChoice>
  );
}

/** What a part of a series says, in words. */
function usePartText(): (typed: TypedSeries, part: SeriesPart) => string {
  const t = useWords(texts);
  const series = useWords(seriesTexts);
  const party = useWords(partyTexts);
  const need = useWords(needTexts);
  const day = useWords(weekdayTexts);
  const language = useLanguage();
  const weekday = (value: string) => day[WEEKDAYS[Number(value)] as Weekday];
  const date = (text: string) => (text === '' ? '' : dayText(text, language));
  const place = (chosen: PlaceOption | null, text: string) =>
    chosen?.kind === 'home' ? series.home : (chosen?.name ?? text);

  const parts: Readonly<Record<SeriesPart, (typed: TypedSeries) => string>> = {
    from: ({ from, fromText }) => place(from, fromText),
    to: ({ to, toText }) => place(to, toText),
    weekdays: ({ weekdays }) => listText([...weekdays].sort().map(weekday), language),
    everyWeeks: ({ everyWeeks }) => (everyWeeks === '1' ? series.weeks1 : series.weeks(everyWeeks)),
    time: ({ timeText, timeKind }) => `${timeText} ${series[timeKind]}`,
    wayHome: ({ hasReturn, returnText, returnKind }) =>
      hasReturn === 'no' ? series.no : `${returnText} ${series[returnKind]}`,
    startDay: ({ startDay }) => date(startDay),
    endDay: ({ endDay }) => date(endDay),
    holidays: ({ holidayRule, moveTo }) =>
      [series[holidayRule], holidayRule === 'move' && moveTo !== '' ? weekday(moveTo) : ''].join(' ').trim(),
    pauses: ({ pauses }) =>
      listText(
        pauses.map(({ from, to }) => t.span(date(from), date(to))),
        language,
      ),
    party: (typed) =>
      listText(
        (['companions', 'attendants', 'children'] as const)
          .filter((each) => typed[each] > 0)
          .map((each) => `${party[each]} ${typed[each]}`),
        language,
      ),
    luggage: ({ luggage }) => String(luggage),
    needs: ({ needs }) =>
      listText(
        needs.map((each) => need[each]),
        language,
      ),
    note: ({ note }) => note,
  };
  return (typed, part) => parts[part](typed);
}
