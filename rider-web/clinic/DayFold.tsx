import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../screen-kit/words/words.ts';
import { Say } from '../page/Say.tsx';
import { texts } from '../page/words.ts';

export interface DayFoldProps {
  /** The day that is looked at, in words. */
  readonly dayText: string;
  /** Where another day is chosen. */
  readonly children: ReactNode;
}

/**
 * In a small room, such as with large letters, one line says which day it is and the choice of another one is folded: the
 * rides are what a reception looks at. In a wide room the choice says it all, and the line is not there.
 */
export function DayFold({ dayText, children }: DayFoldProps): ReactNode {
  const t = useWords(texts);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  /** A day that is pointed at is chosen; who goes from day to day by keys goes on. */
  function close(event: MouseEvent<HTMLElement>): void {
    if (event.detail === 0 || !(event.target as HTMLElement).closest('.tile')) return;
    setOpen(false);
    button.current?.focus();
  }
  return (
    <div className={`clinicDays ${isOpen ? '' : 'clinicDays-folded'}`}>
      <div className="clinicDayNow">
        <strong className="figures">
          <Say>{dayText}</Say>
        </strong>
        <button
          ref={button}
          type="button"
          className="button button-plain"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span>
            <Say>{t.clinicOtherDay}</Say> <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
          </span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: folds what is inside it once a day is pointed at. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keys it stays open. */}
      <div className="clinicDayChoice" onClick={close}>
        {children}
      </div>
    </div>
  );
}
