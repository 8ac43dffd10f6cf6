import { startScreen } from '../session/startScreen.tsx';
import { LandingPage } from './LandingPage.tsx';

startScreen((api) => <LandingPage api={api} />, './');
