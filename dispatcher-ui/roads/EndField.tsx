import type { ReactNode } from 'react';
import type { PlaceView } from '../../backend/contract/index.ts';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage } from '../../screen-kit/words/words.ts';
import type { ClosurePlace } from '../store/closureDraft.ts';

/** A point on the road: a place by its name, or a press on the map. */
export function EndField(props: {
  label: string;
  place: ClosurePlace;
  onChange: (place: ClosurePlace) => void;
  error: string | null;
}): ReactNode {
  const { api } = useScreen();
  const language = useLanguage();
  const { place } = props;
  return (
    <ComboField<PlaceView>
      label={props.label}
      text={place.text}
      onText={(text) => props.onChange({ text, at: null })}
      chosen={place.at ? chosenView(place) : null}
      // What is typed over a place has unset it already.
      onChoose={(found) =>
        found ? props.onChange({ text: found.name, at: [found.lon, found.lat] }) : undefined
      }
      find={async (text, signal) => (await api.findPlaces(text, signal)).places}
      keyOf={(found) => found.id}
      textOf={(found) => found.name}
      render={(found) => (
        <>
          <span className="comboMain">{found.name}</span>{' '}
          <span className="comboSide">{language === 'ja' ? found.kana : found.nameEn}</span>
        </>
      )}
      error={props.error}
    />
  );
}

/** The field only has to know that something is chosen. */
function chosenView({ text, at }: ClosurePlace): PlaceView {
  const [lon, lat] = at!;
  return { id: text, name: text, kana: '', nameEn: '', kind: '', municipality: '', lon, lat };
}
