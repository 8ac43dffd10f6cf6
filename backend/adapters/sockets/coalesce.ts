/** A bell that rings soon after it was pulled, and once however often it was pulled meanwhile. */
export interface Bell {
  pull(): void;
  stop(): void;
}

/** @param everyMs the shortest time between two rings; the first comes at once */
export function coalesce(ring: () => void, everyMs: number): Bell {
  let timer: NodeJS.Timeout | undefined;
  let isPulledAgain = false;
  const rest = () => {
    timer = undefined;
    if (isPulledAgain) pull();
  };
  const pull = () => {
    if (timer) {
      isPulledAgain = true;
      return;
    }
    isPulledAgain = false;
    timer = setTimeout(rest, everyMs);
    ring();
  };
  return {
    pull,
    stop() {
      clearTimeout(timer);
      isPulledAgain = false;
    },
  };
}
