import { useLayoutEffect, useRef } from 'react';

/** `KeyboardEvent.key` (`Shift+F2` with the shift key) and what it does; function keys, so that nothing typed is taken for a command. */
export type Shortcuts = readonly (readonly [key: string, act: () => void])[];

/** Listens for function keys on the whole page; not while an input method composes or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]')) return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const pressed = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
      const act = current.current.find(([key]) => key === pressed)?.[1];
      if (!act || (isTyping && event.key.length === 1)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
