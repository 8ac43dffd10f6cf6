import type { ReactNode } from 'react';
import { useWords } from '../../screen-kit/words/words.ts';
import { PhoneLink } from './PhoneLink.tsx';
import { texts } from './words.ts';

export interface NothingToShowProps {
  readonly title: string;
  readonly help: string | null;
  /** The office's number, where it may help. */
  readonly phone?: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Stands where the card would be: why there is none, and what to do. */
export function NothingToShow({ title, help, phone, children }: NothingToShowProps): ReactNode {
  const t = useWords(texts);
  return (
    <section className="nothingToShow">
      <h1>{title}</h1>
      {help ? <p>{help}</p> : null}
      {phone ? <PhoneLink text={t.callOffice} phone={phone} /> : null}
      {children}
    </section>
  );
}
