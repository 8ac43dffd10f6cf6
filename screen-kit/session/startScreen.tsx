import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import '../theme/base.css';
import { type Api, createApi } from '../transport/api.ts';
import { serverAddress } from '../transport/serverAddress.ts';
import { startLanguage } from '../words/language.ts';

/** Puts a screen into the page's element `#app`. `root` leads from the page to the top of the application. */
export function startScreen(draw: (api: Api) => ReactNode, root = '../'): void {
  startLanguage();
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no element #app');
  const api = createApi({ address: serverAddress(root).api });
  createRoot(place).render(<StrictMode>{draw(api)}</StrictMode>);
}
