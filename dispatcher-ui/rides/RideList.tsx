import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { countGroups, filterRides, type RideGroup } from '../store/filterRides.ts';
import { DaySwitch } from './DaySwitch.tsx';
import { RideRow, ROW_REM } from './RideRow.tsx';
import { useOpenAtNow } from './useOpenAtNow.ts';
import { useWindow } from './useWindow.ts';
import './rides.css';

const texts = {
  search: { ja: '乗車を探す', en: 'Find a ride' },
  searchHint: { ja: '名前・場所・車 F4', en: 'Name, place, vehicle F4' },
  groups: { ja: '状態', en: 'Status' },
  all: { ja: 'すべて', en: 'All' },
  coming: { ja: 'これから', en: 'Coming' },
  underWay: { ja: '走行中', en: 'Under way' },
  over: { ja: '終わり', en: 'Over' },
  trouble: { ja: '要確認', en: 'Trouble' },
  list: { ja: '乗車', en: 'Rides' },
  emptyDay: { ja: 'この日の乗車はまだありません。', en: 'No rides on this day yet.' },
  emptyFilter: {
    ja: '条件に合う乗車がありません。状態を「すべて」にするか、言葉を減らしてください。',
    en: 'Nothing matches. Choose "All" or use fewer words.',
  },
};

const GROUPS: readonly RideGroup[] = ['all', 'coming', 'underWay', 'over', 'trouble'];

/** The day's rides: filtered by status and words (each status tells how many the words find), moved through with the arrow keys. */
export function RideList(): ReactNode {
  const t = useWords(texts);
  const { feed, selection, selectRide } = useDesk();
  const [text, setText] = useState('');
  const [group, setGroup] = useState<RideGroup>('all');
  const rides = useDeferredValue(feed.state.rides);
  const words = useDeferredValue(text);
  const shown = useMemo(() => filterRides(rides.values(), group, words), [rides, group, words]);
  const counts = useMemo(() => countGroups(rides.values(), words), [rides, words]);
  const shownIndex = shown.findIndex((ride) => ride.id === selection.rideId);
  const view = useWindow(shown.length, shownIndex);

  useOpenAtNow(shown, words.trim() === '' ? group : null, view.showFrom);

  useEffect(() => {
    if (shownIndex >= 0) view.reveal(shownIndex);
  }, [shownIndex, view.reveal]);

  function move(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const last = shown.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: Math.min(last, shownIndex + 1),
      ArrowUp: Math.max(0, shownIndex - 1),
      PageDown: Math.min(last, shownIndex + 8),
      PageUp: Math.max(0, shownIndex - 8),
      Home: 0,
      End: last,
    };
    const next = shown[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    selectRide(next);
  }

  const isLoaded = feed.state.cursor !== null;
  const selectedIsShown = shownIndex >= view.first && shownIndex < view.last;
  return (
    <div className="rideList">
      <div className="rideListHead">
        <DaySwitch />
        <TextField
          label={t.search}
          isLabelHidden
          placeholder={t.searchHint}
          type="search"
          value={text}
          onChange={setText}
          className="rideSearch"
        />
        <fieldset className="rideGroups">
          <legend className="visuallyHidden">{t.groups}</legend>
          {GROUPS.map((each) => (
            <button
              key={each}
              type="button"
              className="rideGroup"
              aria-pressed={group === each}
              onClick={() => setGroup(each)}
            >
              {t[each]} <span className="figures">{counts[each]}</span>
            </button>
          ))}
        </fieldset>
      </div>
      {!isLoaded && feed.status === 'offline' ? (
        <FaultNotice fault={feed.fault} onRetry={() => feed.reader?.readNow()} />
      ) : null}
      {!isLoaded && feed.status !== 'offline' ? <LoadingNote /> : null}
      {isLoaded && shown.length === 0 ? (
        <EmptyNote>{rides.size === 0 ? t.emptyDay : t.emptyFilter}</EmptyNote>
      ) : null}
      <div
        ref={view.ref}
        className="rideRows"
        role="listbox"
        aria-label={t.list}
        tabIndex={0}
        hidden={shown.length === 0}
        aria-activedescendant={selectedIsShown ? `ride-${selection.rideId}` : undefined}
        onScroll={view.onScroll}
        onKeyDown={move}
      >
        <div role="presentation" style={{ height: `${shown.length * ROW_REM}rem`, position: 'relative' }}>
          {shown.slice(view.first, view.last).map((ride, index) => (
            <RideRow
              key={ride.id}
              ride={ride}
              position={view.first + index}
              count={shown.length}
              isSelected={ride.id === selection.rideId}
              onSelect={selectRide}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
