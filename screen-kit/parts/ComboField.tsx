import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { FieldError } from './TextField.tsx';
import './field.css';
import './combo.css';

const texts = {
  searching: { ja: '探しています…', en: 'Searching…' },
  nothing: {
    ja: '見つかりません。かな、電話番号、集落の名前でもお試しください。',
    en: 'Nothing found. Try another spelling, a number or a hamlet.',
  },
};

export interface ComboFieldProps<Item extends object> {
  readonly label: string;
  readonly hint?: string;
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

const TYPING_PAUSE_MS = 120;

/**
 * A field that searches while one types: arrows move, Enter takes the marked or the first match, Escape closes. While
 * an input method composes, Enter and arrows belong to it.
 */
export function ComboField<Item extends object>(props: ComboFieldProps<Item>): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const chosenText = useRef<string | null>(props.chosen ? props.textOf(props.chosen) : null);
  const query = props.chosen ? '' : props.text.trim();
  const search = useSearch(query, props.find);
  const items = query === '' ? (props.usual ?? []) : search.items;

  function choose(item: Item): void {
    chosenText.current = props.textOf(item);
    props.onText(chosenText.current);
    props.onChoose(item);
  }

  function type(text: string): void {
    if (text === props.text || text === chosenText.current) return;
    chosenText.current = null;
    props.onText(text);
    if (props.chosen) props.onChoose(null);
  }

  /** Enter without a marked line takes the first, so that typing and Enter are enough. */
  function takeFirst(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    if (isComposing(event)) event.stopPropagation();
    else if (event.key === 'Enter' && isOpen && !input.getAttribute('aria-activedescendant')) {
      const first = items[0];
      if (!first || search.isSearching) return;
      event.preventDefault();
      event.stopPropagation();
      choose(first);
      setOpen(false);
    }
  }

  const note = search.fault
    ? `${search.fault.sentence[language]}${search.fault.action[language]}`
    : search.isSearching
      ? t.searching
      : (props.nothingText ?? t.nothing);

  return (
    <ComboBox
      className={`field comboField ${props.className ?? ''}`}
      inputValue={props.text}
      onInputChange={type}
      items={items.map((item) => ({ id: props.keyOf(item), item }))}
      selectedKey={props.chosen ? props.keyOf(props.chosen) : null}
      onSelectionChange={(key) => {
        const item = items.find((each) => props.keyOf(each) === key);
        if (item) choose(item);
      }}
      onOpenChange={setOpen}
      defaultFilter={() => true}
      isInvalid={Boolean(props.error)}
      allowsCustomValue
      allowsEmptyCollection={query !== ''}
      menuTrigger={props.usual?.length ? 'focus' : 'input'}
    >
      <Label className="fieldLabel">{props.label}</Label>
      {props.hint ? (
        <Text slot="description" className="fieldHint">
          {props.hint}
        </Text>
      ) : null}
      <div onKeyDownCapture={takeFirst}>
        <Input className="fieldInput" ref={props.inputRef} spellCheck={false} autoComplete="off" />
      </div>
      {props.error ? (
        <Text slot="errorMessage" elementType="div">
          <FieldError text={props.error} />
        </Text>
      ) : null}
      <Popover className="comboPopover" isNonModal>
        <ListBox
          className="comboList"
          renderEmptyState={() => (
            <p className="comboNote" role={search.fault ? 'alert' : undefined}>
              {note}
            </p>
          )}
        >
          {(entry: { id: string; item: Item }) => (
            <ListBoxItem className="comboItem" id={entry.id} textValue={props.textOf(entry.item)}>
              {props.render(entry.item)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Is an input method still composing? Key code 229 is what some of them send instead of the flag. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

interface Search<Item> {
  readonly items: readonly Item[];
  readonly isSearching: boolean;
  readonly fault: ApiFault | null;
}

/** Matches of the text, asked for after a short pause in typing; an overtaken question is dropped. */
function useSearch<Item>(text: string, find: ComboFieldProps<Item & object>['find']): Search<Item> {
  const [search, setSearch] = useState<Search<Item>>({ items: [], isSearching: false, fault: null });
  const findNow = useRef(find);
  findNow.current = find;
  useEffect(() => {
    if (text === '') {
      setSearch({ items: [], isSearching: false, fault: null });
      return;
    }
    const abort = new AbortController();
    setSearch((before) => ({ ...before, isSearching: true, fault: null }));
    const timer = setTimeout(async () => {
      const found = await findNow.current(text, abort.signal).then(
        (items) => ({ items: items as readonly Item[], isSearching: false, fault: null }),
        (cause: unknown) => ({ items: [], isSearching: false, fault: asFault(cause) }),
      );
      if (!abort.signal.aborted) setSearch(found);
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return search;
}
