export type { Instance } from './instance.ts';
export { readAinori } from './readAinori.ts';
export { readCordeau } from './readCordeau.ts';
export { readMalheiros } from './readMalheiros.ts';
export { InstanceError } from './textNumbers.ts';
