import type { TestProject } from 'vitest/node';
import { buildScreens } from './buildScreens.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built screens lie. */
    screensFolder: string;
  }
}

/**
 * Builds the screens once for all tests that open them.
 * @returns what removes them after the last test
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await buildScreens();
  project.provide('screensFolder', folder);
  return remove;
}
