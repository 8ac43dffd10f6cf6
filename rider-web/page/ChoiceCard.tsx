import type { ReactNode } from 'react';
import { Say } from './Say.tsx';

export interface ChoiceCardProps {
  readonly text: string;
  /** A second, quieter line: the town, the kana. */
  readonly side?: string | undefined;
  readonly onChoose: () => void;
  readonly isMain?: boolean;
}

/** One answer as a card as wide as the page. */
export function ChoiceCard({ text, side, onChoose, isMain }: ChoiceCardProps): ReactNode {
  return (
    <li>
      <button type="button" className={`choiceCard ${isMain ? 'choiceCard-main' : ''}`} onClick={onChoose}>
        <strong>
          <Say>{text}</Say>
        </strong>
        {side ? (
          <span>
            <Say>{side}</Say>
          </span>
        ) : null}
      </button>
    </li>
  );
}
