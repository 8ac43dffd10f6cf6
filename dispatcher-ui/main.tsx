import { startScreen } from '../screen-kit/session/startScreen.tsx';
import { DeskPage } from './frame/DeskPage.tsx';

startScreen((api) => <DeskPage api={api} />);
