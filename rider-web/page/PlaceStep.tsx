import { type ReactNode, useState } from 'react';
import type { PlaceView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { type ChosenPlace, isSamePlace } from '../store/bookingDraft.ts';
import { choiceOfPlace } from '../store/placeChoices.ts';
import { withoutRuby } from '../store/ruby.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { Say } from './Say.tsx';
import { useSearch } from './useSearch.ts';
import { texts } from './words.ts';

export interface PlaceStepProps {
  /** Answers to offer first, the most usual at the top. */
  readonly first: readonly ChosenPlace[];
  readonly usual: readonly ChosenPlace[];
  /** The other end of the ride, which cannot be chosen again. */
  readonly other: ChosenPlace | null;
  readonly townName: (code: string) => string;
  /** `kind` of the place (`hospital`), null where it is not known. */
  readonly onChoose: (place: ChosenPlace, kind: string | null) => void;
}

/** More would not be read; the next letters shorten the list. */
const MOST_SHOWN = 8;

/** "Where?": the usual answers as cards, any other place by its name. */
export function PlaceStep({ first, usual, other, townName, onChoose }: PlaceStepProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const [text, setText] = useState('');
  const found = useSearch<PlaceView>(
    text,
    async (wanted, signal) => (await api.findPlaces(wanted, signal)).places,
  );
  const isFree = (place: ChosenPlace): boolean => !isSamePlace(place, other);
  const placeName = (place: PlaceView): string =>
    language === 'en' && place.nameEn !== '' ? place.nameEn : place.name;
  return (
    <>
      <ul className="choiceCards">
        {first.filter(isFree).map((place) => (
          <ChoiceCard
            key={place.name}
            text={place.name}
            side={place.area}
            isMain
            onChoose={() => onChoose(place, null)}
          />
        ))}
      </ul>
      {usual.some(isFree) ? (
        <section className="step-part">
          <h2>
            <Say>{t.usual}</Say>
          </h2>
          <ul className="choiceCards">
            {usual.filter(isFree).map((place) => (
              <ChoiceCard
                key={JSON.stringify(place.choice)}
                text={place.name}
                side={place.area}
                onChoose={() => onChoose(place, null)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="step-part">
        <TextField
          label={withoutRuby(t.search)}
          hint={withoutRuby(t.searchHint)}
          type="search"
          value={text}
          onChange={setText}
        />
        <FaultNotice fault={found.fault} />
        <p className="searchState" role="status">
          {found.isSearching && found.items === null ? t.searching : ''}
          {found.items?.length === 0 && !found.isSearching ? <Say>{t.nothingFound}</Say> : null}
        </p>
        <ul className="choiceCards">
          {(found.items ?? []).slice(0, MOST_SHOWN).map((place) => {
            const chosen = { ...choiceOfPlace(place, townName(place.municipality)), name: placeName(place) };
            return isFree(chosen) ? (
              <ChoiceCard
                key={place.id}
                text={chosen.name}
                side={chosen.area}
                onChoose={() => onChoose(chosen, place.kind)}
              />
            ) : null;
          })}
        </ul>
        {(found.items?.length ?? 0) > MOST_SHOWN ? (
          <p className="searchState">
            <Say>{t.moreFound}</Say>
          </p>
        ) : null}
      </section>
    </>
  );
}
