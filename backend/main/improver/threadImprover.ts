import type { Worker } from 'node:worker_threads';
import type { Plan, PlanProblem } from '../../planner/index.ts';
import type { ImprovementBudget, PlanImprover } from '../../ports/planImprover.ts';
import { openThread } from '../openThread.ts';
import type { ImproverAnswer, ImproverErrand } from './improverThread.ts';

const THREAD = new URL('./improverThread.ts', import.meta.url).href;
/** A search that is not back so long after its seconds is cut off. */
const GRACE_SECONDS = 30;

/** Improves in a thread of its own, one plan after the other, so that bookings never wait for a search. */
export class ThreadImprover implements PlanImprover {
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #errands = 0;
  #isClosed = false;

  improve(problem: PlanProblem, plan: Plan, budget: ImprovementBudget): Promise<Plan> {
    const turn = this.#last.then(() => this.#ask({ id: ++this.#errands, problem, plan, budget }));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread; what is being searched for is given up, its asker gets an error. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
    await this.#last;
  }

  #ask(errand: ImproverErrand): Promise<Plan> {
    if (this.#isClosed) return Promise.reject(new Error('The search for better plans has been closed.'));
    const thread = this.#open();
    return new Promise<Plan>((resolve, reject) => {
      const { seconds } = errand.budget;
      const tooLate = () => {
        settle();
        void this.#end();
        reject(new Error(`The search did not end ${GRACE_SECONDS} s after its time.`));
      };
      const timer = seconds === undefined ? undefined : setTimeout(tooLate, (seconds + GRACE_SECONDS) * 1000);
      const onMessage = (answer: ImproverAnswer) => {
        settle();
        if ('plan' in answer) resolve(answer.plan);
        else reject(new Error(`The search failed: ${answer.fault}`));
      };
      const onEnd = (why: unknown) => {
        settle();
        if (this.#thread === thread) this.#thread = undefined;
        reject(why instanceof Error ? why : new Error('The search for better plans was stopped.'));
      };
      const settle = () => {
        clearTimeout(timer);
        thread.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      };
      thread.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      thread.postMessage(errand);
    });
  }

  #open(): Worker {
    if (this.#thread) return this.#thread;
    const thread = openThread(THREAD);
    // Whoever waits hears of a fault by their own ear; without one it must not end the process.
    thread.on('error', () => undefined);
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }
}
