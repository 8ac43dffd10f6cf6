import type { ReactNode } from 'react';
import { useWords } from '../../screen-kit/words/words.ts';
import './sideSwitch.css';

const texts = {
  sides: { ja: '左の欄', en: 'Left side' },
  rider: { ja: 'お客様', en: 'Rider' },
  rides: { ja: '乗車の一覧', en: 'Rides' },
};

export interface SideSwitchProps {
  readonly isListOpen: boolean;
  readonly onList: (isOpen: boolean) => void;
}

/** On a narrow screen: rider or list of rides on the left. A wide screen shows both and hides this. */
export function SideSwitch({ isListOpen, onList }: SideSwitchProps): ReactNode {
  const t = useWords(texts);
  return (
    <fieldset className="sideSwitch">
      <legend className="visuallyHidden">{t.sides}</legend>
      <button type="button" aria-pressed={!isListOpen} onClick={() => onList(false)}>
        {t.rider}
        <span className="key" aria-hidden="true">
          F2
        </span>
      </button>
      <button type="button" aria-pressed={isListOpen} onClick={() => onList(true)}>
        {t.rides}
        <span className="key" aria-hidden="true">
          F4
        </span>
      </button>
    </fieldset>
  );
}
