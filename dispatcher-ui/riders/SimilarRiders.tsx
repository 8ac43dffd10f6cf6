import { type ReactNode, useEffect, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PersonFacts } from '../booking/PersonField.tsx';
import type { RiderDraft } from '../store/riderDraft.ts';

const texts = {
  found: { ja: '同じ方が登録されているかもしれません', en: 'This rider may be registered already' },
  take: { ja: 'この方を使う', en: 'Use this rider' },
};

/** Somebody may type on for so long before the register is asked. */
const PAUSE_MS = 400;

/** Riders of the same name and about the same age, while a new one is typed: nobody is to be entered twice. */
export function SimilarRiders(props: { draft: RiderDraft; onTake: (person: PersonView) => void }): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const { familyKana, givenKana, birth, phone } = props.draft;
  const [people, setPeople] = useState<readonly PersonView[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const isEnough = familyKana !== '' && givenKana !== '' && (birth !== '' || phone !== '');
      const found = isEnough
        ? await api.similarRiders({ familyKana, givenKana, birth, phone }).catch(() => null)
        : null;
      if (!isOver) setPeople(found?.people ?? []);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, familyKana, givenKana, birth, phone]);
  return (
    <div role="status">
      {people.length > 0 ? (
        <div className="riderSimilar">
          <p className="riderSimilarTitle">
            <span aria-hidden="true">▲ </span>
            {t.found}
          </p>
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                <span>
                  <strong>
                    {person.familyName} {person.givenName}
                  </strong>{' '}
                  <PersonFacts person={person} />
                </span>
                <WorkButton onPress={() => props.onTake(person)}>{t.take}</WorkButton>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
