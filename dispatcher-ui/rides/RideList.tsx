import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { StatusBadge } from '../../screen-kit/parts/StatusBadge.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { daySecondOf, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { countGroups, filterRides, isCancellable, type RideGroup, rideSecond } from '../store/filterRides.ts';
import { DaySwitch } from './DaySwitch.tsx';
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
  none: { ja: '便 未定', en: 'No shift' },
};

const GROUPS: readonly RideGroup[] = ['all', 'coming', 'underWay', 'over', 'trouble'];
const ROW_PX = 60;
const LOOK_BACK_SECONDS = 15 * 60;

/** The day's rides: filtered by status and words, moved through with the arrow keys. */
export function RideList(): ReactNode {
  const t = useWords(texts);
  const { feed, selection, selectRide } = useDesk();
  const [text, setText] = useState('');
  const [group, setGroup] = useState<RideGroup>('all');
  const rides = useDeferredValue(feed.state.rides);
  const words = useDeferredValue(text);
  const shown = useMemo(() => filterRides(rides.values(), group, words), [rides, group, words]);
  const counts = useMemo(() => countGroups(rides.values()), [rides]);
  const shownIndex = shown.findIndex((ride) => ride.id === selection.rideId);
  const view = useWindow(shown.length, ROW_PX, shownIndex);

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
        <EmptyNote>{counts.all === 0 ? t.emptyDay : t.emptyFilter}</EmptyNote>
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
        <div role="presentation" style={{ height: shown.length * ROW_PX, position: 'relative' }}>
          {shown.slice(view.first, view.last).map((ride, index) => (
            <RideRow
              key={ride.id}
              ride={ride}
              position={view.first + index}
              count={shown.length}
              isSelected={ride.id === selection.rideId}
              noShift={t.none}
              onSelect={selectRide}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Opens the list at the present hour, once for each day and group: what is over lies above. Null: words are sought. */
function useOpenAtNow(
  shown: readonly RideView[],
  group: RideGroup | null,
  showFrom: (index: number) => void,
): void {
  const { feed } = useDesk();
  const { clock } = useScreen();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const day = feed.state.day;
    const about = group === null ? null : `${day} ${group}`;
    if (day === null || shown.length === 0 || opened.current === about) return;
    opened.current = about;
    if (about === null) {
      showFrom(0);
      return;
    }
    const now = daySecondOf(day, clock.now());
    const next = shown.findIndex((ride) => rideSecond(ride) >= now - LOOK_BACK_SECONDS);
    showFrom(next < 0 ? shown.length - 1 : next);
  }, [feed.state.day, shown, group, showFrom, clock]);
}

interface RideRowProps {
  readonly ride: RideView;
  readonly position: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly noShift: string;
  readonly onSelect: (ride: RideView) => void;
}

const RideRow = memo(function RideRow(props: RideRowProps): ReactNode {
  const { ride, isSelected } = props;
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys for all rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the row by its id.
    <div
      id={`ride-${ride.id}`}
      role="option"
      className={`rideRow rideRow-${ride.status}`}
      aria-selected={isSelected}
      aria-setsize={props.count}
      aria-posinset={props.position + 1}
      style={{ top: props.position * ROW_PX, height: ROW_PX }}
      onClick={() => props.onSelect(ride)}
    >
      <span className="rideTime figures">{tableTime(rideSecond(ride))}</span>
      <span className="rideName">{ride.riderName}</span>
      <span className="rideStatus">
        <StatusBadge status={ride.status} heldUntil={ride.heldUntil} />
      </span>
      <span className="rideWay">
        {placeText(ride.from, language)} → {placeText(ride.to, language)}
      </span>
      <span className="rideVehicle">{ride.vehicleName ?? (isCancellable(ride) ? props.noShift : '')}</span>
    </div>
  );
});
