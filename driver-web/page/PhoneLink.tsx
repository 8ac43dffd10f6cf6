import type { ReactNode } from 'react';

export interface PhoneLinkProps {
  /** What pressing it does, without the number. */
  readonly text: string;
  readonly phone: string;
  /** For screen readers alone: whose number it is, where the page says so beside it. */
  readonly of?: string;
}

/** Rings a number; the number itself stays whole as far as there is room, so that it can be read aloud. */
export function PhoneLink({ text, phone, of }: PhoneLinkProps): ReactNode {
  return (
    <a className="bigLink figures" href={`tel:${phone}`}>
      <span aria-hidden="true">☎</span>
      <span>
        {text} <span className="phoneNumber">{phone}</span>
        {of === undefined ? null : <span className="visuallyHidden"> {of}</span>}
      </span>
    </a>
  );
}
