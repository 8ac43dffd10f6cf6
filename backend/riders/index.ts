export { createRiders } from './createRiders.ts';
export type { RiderChange } from './register/changeRider.ts';
export { likeness, listSimilar } from './register/listSimilar.ts';
export type { HomeSaid, RiderEntry } from './register/riderEntry.ts';
export type { Riders } from './riders.ts';
export type { RidersWorld } from './ridersWorld.ts';
export type { HeardCaller, OpenedCall } from './telephony/confirmCall.ts';
export { readHousehold } from './telephony/confirmCall.ts';
export { isOnScreen, listDeskCalls } from './telephony/deskCalls.ts';
