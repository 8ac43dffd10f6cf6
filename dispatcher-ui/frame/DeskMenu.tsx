import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { LanguageSwitch } from '../../screen-kit/parts/LanguageSwitch.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { roleTexts } from '../../screen-kit/session/roleTexts.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import './menu.css';

const texts = {
  signOut: { ja: 'サインアウト', en: 'Sign out' },
};

/** Who is at work; folds out to the language and the way out, which are needed once a day. */
export function DeskMenu(): ReactNode {
  const t = useWords(texts);
  const role = useWords(roleTexts);
  const { session, signOut } = useScreen();
  const menu = useRef<HTMLDetailsElement>(null);

  function close(): void {
    if (menu.current) menu.current.open = false;
  }

  function leave({ relatedTarget }: FocusEvent): void {
    if (!menu.current?.contains(relatedTarget as Node | null)) close();
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    close();
    menu.current?.querySelector('summary')?.focus();
  }

  return (
    <details className="deskMenu" ref={menu} onBlur={leave} onKeyDown={press}>
      <summary className="deskWho">
        <span className="deskWhoName">{session.displayName}</span>
      </summary>
      <div className="deskMenuSheet">
        <p>
          {session.displayName}
          {session.displayName === role[session.role] ? null : (
            <span className="deskMenuRole">{role[session.role]}</span>
          )}
        </p>
        <LanguageSwitch />
        <WorkButton onPress={signOut}>{t.signOut}</WorkButton>
      </div>
    </details>
  );
}
