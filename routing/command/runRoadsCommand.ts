import { ReadingFault } from '../readers/readingFault.ts';
import { build } from './build.ts';
import type { Console } from './console.ts';
import { ROADS_HELP } from './help.ts';
import { parseRoadsArguments, UsageFault } from './roadsArguments.ts';
import { serve } from './serve.ts';

/** Runs `npm run roads -- …`. Resolves with the exit code: 0, 1 where roads cannot be used, 2 where called wrongly. */
export async function runRoadsCommand(args: readonly string[], console: Console): Promise<number> {
  try {
    const order = parseRoadsArguments(args);
    if (order.command === 'help') console.say(ROADS_HELP);
    else if (order.command === 'build') build(order, console);
    else await serve(order, console);
    return 0;
  } catch (cause) {
    if (cause instanceof UsageFault) {
      console.complain(`${cause.message}\n\n${ROADS_HELP}`);
      return 2;
    }
    if (cause instanceof ReadingFault || (cause as NodeJS.ErrnoException).code !== undefined) {
      console.complain(`${(cause as Error).message}\n`);
      return 1;
    }
    throw cause;
  }
}
