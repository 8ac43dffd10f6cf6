import { Fragment, type ReactNode } from 'react';
import { useRuby } from '../device/rubyChoice.ts';
import { parseRuby } from '../store/ruby.ts';

/** A text of the page, with readings over its letters where the reader wants them. */
export function Say({ children }: { children: string }): ReactNode {
  const isRubyOn = useRuby();
  return parseRuby(children).map((part, index) =>
    part.reading !== null && isRubyOn ? (
      <ruby key={index}>
        {part.text}
        <rp>（</rp>
        <rt>{part.reading}</rt>
        <rp>）</rp>
      </ruby>
    ) : (
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
