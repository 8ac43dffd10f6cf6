/**
 * Tells from earlier days how much of a day's demand is still to come: from 1 before the first call to 0 after the last.
 * @param earlierDays when requests became known on each, in any order
 * @returns the share of a day's requests not known yet at a moment, on average of those days
 */
export function learnStillToCome(earlierDays: readonly (readonly number[])[]): (now: number) => number {
  const days = earlierDays.filter((arrivals) => arrivals.length > 0);
  if (days.length === 0) throw new Error('There is no earlier day to learn from.');
  return (now) => {
    const shares = days.map((arrivals) => arrivals.filter((at) => at > now).length / arrivals.length);
    return shares.reduce((sum, share) => sum + share, 0) / days.length;
  };
}
