import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import type { RideView, ShiftView } from '../../backend/contract/index.ts';
import { EmptyNote } from '../../screen-kit/parts/notices.tsx';
import { listText } from '../../screen-kit/words/listText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BlockedMoves, MoveChoice, PossibleMove } from '../store/moveChoice.ts';
import { MoveEffectNote } from './MoveEffectNote.tsx';
import { obstacleTexts } from './moveTexts.ts';
import { useAddedText } from './useAddedText.ts';

const texts = {
  possible: { ja: '移せる車', en: 'Vehicles that can take it' },
  blocked: { ja: '移せない車とその理由', en: 'Vehicles that cannot, and why' },
  other: { ja: '別の会社', en: 'other company' },
  none: { ja: '移せる車がありません。', en: 'No vehicle can take it.' },
  keeps: { ja: 'お約束どおり', en: 'as promised' },
  tight: { ja: 'お約束ぎりぎり', en: 'just as promised' },
  breaks: {
    ja: (count: number) => `お約束 ${count}件に遅れ`,
    en: (count: number) => (count === 1 ? '1 promise late' : `${count} promises late`),
  },
  pickup: { ja: (time: string) => `お迎え ${time}`, en: (time: string) => `at ${time}` },
  dropped: {
    ja: (vehicle: string, why: string) => `${vehicle} には移せません。${why}。`,
    en: (vehicle: string, why: string) => `${vehicle} cannot take it: ${why}.`,
  },
  count: {
    ja: (count: number, names: string) => `${count}台（${names}）`,
    en: (count: number, names: string) => `${count}: ${names}`,
  },
};

export interface MoveListProps {
  readonly ride: RideView;
  readonly choice: MoveChoice;
  readonly chosen: PossibleMove | undefined;
  readonly droppedOn: string | null;
  readonly onChoose: (shiftId: string) => void;
  readonly onDecide: () => Promise<void>;
}

/** Who can take the ride, moved through with the arrow keys, beside it what that means; below who cannot, and why. */
export function MoveList(props: MoveListProps): ReactNode {
  const { ride, choice, chosen, droppedOn, onChoose } = props;
  const t = useWords(texts);
  const words = useWords(obstacleTexts);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { possible } = choice;
  const index = possible.findIndex(({ shift }) => shift.id === chosen?.shift.id);
  const refused = choice.blocked.find(({ shifts }) => shifts.some((shift) => shift.id === droppedOn));
  const droppedName = refused?.shifts.find((shift) => shift.id === droppedOn)?.vehicleName;

  useLayoutEffect(() => list.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another row.
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      void props.onDecide();
      return;
    }
    const steps: Record<string, number> = {
      ArrowDown: Math.min(possible.length - 1, index + 1),
      ArrowUp: Math.max(0, index - 1),
      Home: 0,
      End: possible.length - 1,
    };
    const next = possible[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.shift.id);
  }

  return (
    <>
      {refused && droppedName ? (
        <p className="moveDropped" role="status">
          {t.dropped(droppedName, words[refused.why])}
        </p>
      ) : null}
      {possible.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
      <div className="moveColumns" hidden={possible.length === 0}>
        <div
          ref={list}
          className="moveRows"
          role="listbox"
          aria-label={t.possible}
          tabIndex={0}
          aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
          onKeyDown={press}
        >
          {possible.map((move, i) => (
            <MoveRow
              key={move.shift.id}
              id={`${id}-${i}`}
              move={move}
              isChosen={i === index}
              onChoose={onChoose}
            />
          ))}
        </div>
        {chosen ? <MoveEffectNote ride={ride} move={chosen} /> : null}
      </div>
      <BlockedList blocked={choice.blocked} />
    </>
  );
}

function MoveRow(props: {
  id: string;
  move: PossibleMove;
  isChosen: boolean;
  onChoose: (shiftId: string) => void;
}): ReactNode {
  const { shift, effect } = props.move;
  const t = useWords(texts);
  const added = useAddedText();
  const { broken, isTight } = effect;
  const [look, word] =
    broken.length > 0
      ? (['breaks', t.breaks(broken.length)] as const)
      : isTight
        ? (['tight', t.tight] as const)
        : (['keeps', t.keeps] as const);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus.
    <div
      id={props.id}
      className={`moveRow ${props.isChosen ? 'moveRow-chosen' : ''}`}
      role="option"
      aria-selected={props.isChosen}
      onClick={() => props.onChoose(shift.id)}
    >
      <span className="moveVehicle">
        <strong>{shift.vehicleName}</strong> {shift.driverName}
        {effect.changesProvider ? <span className="moveOther">{t.other}</span> : null}
      </span>
      <span className={`moveWord moveWord-${look}`}>
        <span aria-hidden="true">{{ keeps: '○', tight: '△', breaks: '!' }[look]} </span>
        {word}
      </span>
      <span className="figures">{t.pickup(tableTime(effect.pickup))}</span>
      <span className="moveAdded figures">{added(effect)}</span>
    </div>
  );
}

function BlockedList({ blocked }: { blocked: readonly BlockedMoves[] }): ReactNode {
  const t = useWords(texts);
  const words = useWords(obstacleTexts);
  const language = useLanguage();
  if (blocked.length === 0) return null;
  /** A vehicle may have two shifts a day. */
  const vehiclesOf = (shifts: readonly ShiftView[]): string => {
    const names = [...new Set(shifts.map(({ vehicleName }) => vehicleName))];
    return t.count(names.length, listText(names, language));
  };
  return (
    <section className="moveBlocked">
      <h3>{t.blocked}</h3>
      <dl>
        {blocked.map(({ why, shifts }) => (
          <div key={why}>
            <dt>{words[why]}</dt>
            <dd>{vehiclesOf(shifts)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
