export { createOperations, type OperationsWorld } from './createOperations.ts';
export type { DeskReport, Operations, StopWord, StreetReport } from './operations.ts';
