import { type ReactNode, useEffect, useState } from 'react';
import type { ProxyView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { Say } from '../page/Say.tsx';
import { proxyTexts } from './proxyWords.ts';

/** To whom a rider has left bookings, and what; nothing where there is nobody. */
export function TrustedPeople({ personId }: { personId: string }): ReactNode {
  const t = useWords(proxyTexts);
  const { api, onFault } = useScreen();
  const [proxies, setProxies] = useState<readonly ProxyView[]>([]);
  useEffect(() => {
    let isGone = false;
    api.proxies(personId).then((answer) => {
      if (!isGone) setProxies(answer.proxies.filter(({ isValid }) => isValid));
    }, onFault);
    return () => {
      isGone = true;
    };
  }, [api, onFault, personId]);
  if (proxies.length === 0) return null;
  return (
    <section className="trustedPeople">
      <h2>
        <Say>{t.trusted}</Say>
      </h2>
      <ul>
        {proxies.map(({ id, name, kind, relation, acts }) => (
          <li key={id}>
            <strong>
              {relation ?? t[kind]} {name}
            </strong>
            <span className="trustedActs">
              <Say>{t.theyMay(acts.map((act) => t[act]))}</Say>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Say>{t.endTrust}</Say>
      </p>
    </section>
  );
}
