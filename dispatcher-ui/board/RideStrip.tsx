import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import './strip.css';
import './rideStrip.css';

export interface RideStripProps {
  readonly look: 'unassigned' | 'takenOver';
  readonly title: string;
  /** Does the title stand in it? */
  readonly isTitled: boolean;
  readonly lines: readonly { readonly ride: RideView; readonly text: string }[];
  readonly onSelect: (ride: RideView) => void;
}

/** Rides above the board that need somebody's eye. Those that nobody carries can be drawn to a row. */
export function RideStrip({ look, title, isTitled, lines, onSelect }: RideStripProps): ReactNode {
  return (
    <section className={`boardStrip rideStrip ${look}Strip`} aria-label={title}>
      {isTitled ? <strong>{title}</strong> : null}
      <ul>
        {lines.map(({ ride, text }) => (
          <li key={ride.id}>
            <button
              type="button"
              className="button button-quiet"
              data-rides={ride.shiftId === null ? ride.id : undefined}
              onClick={() => onSelect(ride)}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
