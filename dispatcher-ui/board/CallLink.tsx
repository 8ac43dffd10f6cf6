import type { ReactNode } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import './callLink.css';

const texts = {
  driver: {
    ja: (number: string) => `運転手に電話 ${number}`,
    en: (number: string) => `Ring the driver ${number}`,
  },
  provider: {
    ja: (number: string) => `会社に電話 ${number}`,
    en: (number: string) => `Ring the company ${number}`,
  },
};

/** Rings the driver of a shift, or the company where the driver's number is not known. */
export function CallLink({ telephone }: Pick<ShiftView, 'telephone'>): ReactNode {
  const t = useWords(texts);
  if (!telephone) return null;
  const { of, number } = telephone;
  return (
    <a className="callLink figures" href={`tel:${number}`}>
      {t[of](number)}
    </a>
  );
}
