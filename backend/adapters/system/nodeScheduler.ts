import { scheduleJob } from 'node-schedule';
import type { Scheduler } from '../../ports/scheduler.ts';

/** Wakes by the world's clock, in Japan's time zone whatever the machine's is. */
export const nodeScheduler: Scheduler = {
  daily(second, work) {
    const rule = {
      hour: Math.floor(second / 3600),
      minute: Math.floor((second % 3600) / 60),
      second: second % 60,
      tz: 'Asia/Tokyo',
    };
    const job = scheduleJob(rule, () => work());
    return () => job.cancel();
  },
};
