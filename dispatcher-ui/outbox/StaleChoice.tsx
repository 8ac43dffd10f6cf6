import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import './staleChoice.css';

const texts = {
  title: { ja: 'ほかの係が先に変えました', en: 'Another desk saved first' },
  taken: {
    ja: (text: string) => `ほかの係の内容にします: ${text}`,
    en: (text: string) => `Takes theirs: ${text}`,
  },
  mine: { ja: (text: string) => `こちら: ${text}`, en: (text: string) => `Mine: ${text}` },
  theirs: { ja: (text: string) => `ほかの係: ${text}`, en: (text: string) => `Theirs: ${text}` },
  nothing: { ja: '（なし）', en: '(nothing)' },
};

/** Something another desk has changed meanwhile, in words. */
export interface StaleLine<Part extends string> {
  readonly part: Part;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  /** Both have changed it: somebody has to choose. */
  readonly isBoth: boolean;
}

interface StaleChoiceProps<Part extends string> {
  /** What can be done now. */
  readonly what: string;
  readonly lines: readonly StaleLine<Part>[];
  /** Where theirs are chosen, of what both have changed. */
  readonly chosenTheirs: ReadonlySet<Part>;
  readonly onChoose: (chosenTheirs: ReadonlySet<Part>) => void;
  /** The ways on. */
  readonly children: ReactNode;
}

/** Both desks' changes beside each other: nothing of either is lost without somebody's choice. */
export function StaleChoice<Part extends string>(props: StaleChoiceProps<Part>): ReactNode {
  const { lines, chosenTheirs, onChoose } = props;
  const t = useWords(texts);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = (text: string) => text || t.nothing;

  // It takes the place of the form, with whatever had the focus there.
  useLayoutEffect(() => title.current?.focus(), []);

  function choose(part: Part, isTheirs: boolean): void {
    const next = new Set(chosenTheirs);
    if (isTheirs) next.add(part);
    else next.delete(part);
    onChoose(next);
  }

  return (
    <section className="staleChoice" aria-label={t.title}>
      <h3 ref={title} tabIndex={-1}>
        <span aria-hidden="true">▲ </span>
        {t.title}
      </h3>
      <p role="alert">{props.what}</p>
      {lines.map(({ part, label, mine, theirs, isBoth }) =>
        isBoth ? (
          <ChoiceField
            key={part}
            label={label}
            value={chosenTheirs.has(part) ? 'theirs' : 'mine'}
            choices={[
              { value: 'mine', text: t.mine(shown(mine)) },
              { value: 'theirs', text: t.theirs(shown(theirs)) },
            ]}
            onChange={(value) => choose(part, value === 'theirs')}
          />
        ) : (
          <p key={part}>
            <strong>{label}</strong> {t.taken(shown(theirs))}
          </p>
        ),
      )}
      <div className="staleActions">{props.children}</div>
    </section>
  );
}
