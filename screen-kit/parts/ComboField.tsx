import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { adviceText } from '../words/adviceText.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { isComposing } from './isComposing.ts';
import { FieldError } from './TextField.tsx';
import { useSearch } from './useSearch.ts';
import './field.css';
import './combo.css';

const texts = {
  searching: { ja: '探しています…', en: 'Searching…' },
  nothing: {
    ja: '見つかりません。ほかの言い方でもお試しください。',
    en: 'Nothing found. Try other words.',
  },
  found: { ja: (count: number) => `候補 ${count}件`, en: (count: number) => `${count} matches` },
};

export interface ComboFieldProps<Item extends object> {
  readonly label: string;
  readonly hint?: string;
  /** An example; never the only name of the field. */
  readonly placeholder?: string;
  /** Key that leads to this field, shown beside its label. */
  readonly shortcut?: string;
  /** What stands in the field; kept by the owner so that nothing typed is lost. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly chosen: Item | null;
  /** Null when what was chosen has been typed over. */
  readonly onChoose: (item: Item | null) => void;
  /** Asks for matches; rejects with `ApiFault`. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Item[]>;
  /** Offered while nothing is typed (home, usual places). */
  readonly usual?: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly textOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  readonly error?: string | null;
  readonly nothingText?: string;
  readonly inputRef?: React.Ref<HTMLInputElement>;
  readonly className?: string;
}

const NONE: readonly never[] = [];

/**
 * A field that searches while one types (the ARIA combobox pattern with a list that stays in the page). The first match
 * is marked, so that typing and Enter are enough; arrows move the mark, Escape closes. While an input method composes,
 * all keys belong to it.
 */
export function ComboField<Item extends object>(props: ComboFieldProps<Item>): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [markedIndex, setMarkedIndex] = useState(0);
  /** Enter was pressed before the matches had come: a single match is then taken by itself. */
  const isAwaited = useRef(false);

  const query = props.chosen ? '' : props.text.trim();
  const search = useSearch(query, props.find);
  const isCurrent = search.text === query && !search.isSearching;
  const items: readonly Item[] = query === '' ? (props.chosen ? NONE : (props.usual ?? NONE)) : search.items;
  const isOpen = isWanted && (query !== '' || items.length > 0);
  const marked = items[Math.min(markedIndex, items.length - 1)];
  const optionId = (item: Item): string => `${id}-${props.keyOf(item)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: new matches start with the first one marked.
  useLayoutEffect(() => setMarkedIndex(0), [search.items, query]);

  useEffect(() => {
    if (isOpen && markedIndex >= 0) list.current?.children[markedIndex]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, markedIndex]);

  function choose(item: Item): void {
    isAwaited.current = false;
    setWanted(false);
    props.onText(props.textOf(item));
    props.onChoose(item);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once at each arrival of matches.
  useLayoutEffect(() => {
    if (!isCurrent || !isAwaited.current) return;
    isAwaited.current = false;
    const only = search.items.length === 1 ? search.items[0] : undefined;
    if (only) choose(only);
  }, [isCurrent, search.items]);

  function press(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) setWanted(true);
      else if (items.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : items.length - 1;
        setMarkedIndex((markedIndex + step) % items.length);
      }
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (query !== '' && !isCurrent) isAwaited.current = true;
      else if (marked) choose(marked);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setWanted(false);
    }
  }

  function type(text: string): void {
    isAwaited.current = false;
    setWanted(true);
    props.onText(text);
    if (props.chosen) props.onChoose(null);
  }

  const notes = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const fault = search.fault ? adviceText(search.fault, language) : null;
  const emptyNote = fault ?? (isCurrent ? (props.nothingText ?? t.nothing) : t.searching);
  return (
    <div className={`field ${props.className ?? ''}`}>
      <label className="fieldLabel" htmlFor={id}>
        {props.label}
        {props.shortcut ? (
          <span className="key comboKey" aria-hidden="true">
            {props.shortcut}
          </span>
        ) : null}
      </label>
      <div className="comboBox">
        <input
          ref={props.inputRef}
          id={id}
          className="fieldInput"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && marked ? optionId(marked) : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={notes || undefined}
          value={props.text}
          placeholder={props.placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onFocus={(event) => {
            setWanted(true);
            if (props.chosen) event.target.select();
          }}
          onBlur={() => setWanted(false)}
          onClick={() => setWanted(true)}
        />
        <div className="comboDrop" hidden={!isOpen} onPointerDown={(event) => event.preventDefault()}>
          <div
            ref={list}
            id={`${id}-list`}
            className="comboList"
            aria-busy={query !== '' && !isCurrent}
            role={items.length > 0 ? 'listbox' : undefined}
            {...(items.length > 0 ? { 'aria-label': props.label } : {})}
          >
            {items.map((item) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the field names the marked option by its id.
              <div
                key={props.keyOf(item)}
                id={optionId(item)}
                role="option"
                className="comboItem"
                aria-selected={item === marked}
                onClick={() => choose(item)}
              >
                {props.render(item)}
              </div>
            ))}
          </div>
          {items.length === 0 ? <p className="comboNote">{emptyNote}</p> : null}
        </div>
      </div>
      <span className="visuallyHidden" role="status">
        {isOpen && isCurrent && query !== '' ? (items.length > 0 ? t.found(items.length) : emptyNote) : ''}
      </span>
      {props.hint ? (
        <p className="fieldHint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} text={props.error ?? null} />
    </div>
  );
}
