import type { ReactNode } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from '../booking/needTexts.ts';
import { PersonFacts, personName } from '../booking/PersonField.tsx';
import { useCall } from '../call/callContext.ts';
import { usePresence } from '../riders/usePresence.ts';
import { isAgreed } from '../store/filterRides.ts';
import { ApartPart } from './ApartPart.tsx';
import { BestHoursField } from './BestHoursField.tsx';
import { CardRides } from './CardRides.tsx';
import { ProxyChoice } from './ProxyChoice.tsx';
import { UsualRides } from './UsualRides.tsx';

const texts = {
  edit: { ja: '直す', en: 'Change' },
  members: { ja: 'ご家族', en: 'Household' },
  note: { ja: '申し送り', en: 'Note' },
  others: {
    ja: (names: string) => `▲ ほかの係（${names}）も開いています`,
    en: (names: string) => `▲ Also open: ${names}`,
  },
  today: { ja: '今日の乗車', en: "Today's rides" },
  next: { ja: 'これからの乗車', en: 'Coming rides' },
  noneToday: { ja: '今日の乗車はありません。', en: 'No rides today.' },
};

/** The rider, the household, usual rides, and the rides of today and of the days to come. */
export function RiderCard({ person, onEdit }: { person: PersonView; onEdit: () => void }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const need = useWords(needTexts);
  const { card, cardFault, reloadCard, choosePerson } = useCall();
  const { role } = useScreen().session;
  const others = usePresence(person.id);
  const today = card?.today.filter(isAgreed) ?? [];
  const next = card?.next.filter(isAgreed) ?? [];
  return (
    <article className="riderCard">
      <h2 className="riderName">
        {personName(person)}
        <span className="riderKana">
          {person.familyKana} {person.givenKana}
        </span>
        <WorkButton look="quiet" className="riderEdit" onPress={onEdit}>
          {t.edit}
        </WorkButton>
      </h2>
      <p className="riderPresence" role="status">
        {others.length > 0 ? t.others(others.map(({ displayName }) => displayName).join('・')) : ''}
      </p>
      <p className="riderFacts figures">
        <PersonFacts person={person} hasNeeds={false} />
      </p>
      {person.needs.length > 0 ? (
        <p className="riderNeeds">{person.needs.map((each) => need[each]).join('・')}</p>
      ) : null}
      {person.note ? (
        <p className="riderNote">
          <strong>{t.note}</strong> {person.note}
        </p>
      ) : null}
      <ProxyChoice key={person.id} person={person} />
      {cardFault ? <FaultNotice fault={cardFault} onRetry={reloadCard} /> : null}
      {!card && !cardFault ? <LoadingNote /> : null}
      {card ? (
        <>
          <UsualRides usual={card.usual} />
          <BestHoursField key={person.id} personId={person.id} hours={card.bestHours} onSaved={reloadCard} />
          <h3 className="callerTitle">
            {t.today}{' '}
            {today.length + next.length > 0 ? (
              <span className="key" aria-hidden="true">
                ⇧F9
              </span>
            ) : null}
          </h3>
          {today.length === 0 ? <p className="cardNone">{t.noneToday}</p> : null}
          <CardRides rides={today} />
          {next.length > 0 ? <h3 className="callerTitle">{t.next}</h3> : null}
          <CardRides rides={next} hasDay />
          {card.members.length > 0 ? <h3 className="callerTitle">{t.members}</h3> : null}
          <ul className="cardMembers">
            {card.members.map((member) => (
              <li key={member.id}>
                <button type="button" className="cardStop figures" onClick={() => choosePerson(member)}>
                  <strong>{personName(member)}</strong>
                  <span className="cardSide">
                    {birthYearText(member.birthYear, language)}・{member.hamlet}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {role === 'dispatcher' || role === 'administrator' ? (
        <ApartPart key={`apart ${person.id}`} person={person} />
      ) : null}
    </article>
  );
}
