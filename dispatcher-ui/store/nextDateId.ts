import type { AskedStage } from './callStage.ts';

/** The date beside the one shown, `step` to the right; undefined at either end. */
export function nextDateId(stage: AskedStage, step: 1 | -1): string | undefined {
  const shown = stage.dates.findIndex(({ id }) => id === stage.shownId);
  return stage.dates[shown + step]?.id;
}
