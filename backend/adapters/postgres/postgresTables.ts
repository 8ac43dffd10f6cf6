import type { Tables } from '../../ports/tables.ts';
import type { Session } from './session.ts';
import { answersTable } from './tables/answersTable.ts';
import { apartPairsTable } from './tables/apartPairsTable.ts';
import { callBacksTable } from './tables/callBacksTable.ts';
import { callsTable } from './tables/callsTable.ts';
import { contactWishesTable } from './tables/contactWishesTable.ts';
import { daysTable } from './tables/daysTable.ts';
import { driverCommandsTable } from './tables/driverCommandsTable.ts';
import { eventsTable } from './tables/eventsTable.ts';
import { fleetTable } from './tables/fleetTable.ts';
import { jobRunsTable } from './tables/jobRunsTable.ts';
import { noticesTable } from './tables/noticesTable.ts';
import { offersTable } from './tables/offersTable.ts';
import { peopleTable } from './tables/peopleTable.ts';
import { placesTable } from './tables/placesTable.ts';
import { positionsTable } from './tables/positionsTable.ts';
import { proxyGrantsTable } from './tables/proxyGrantsTable.ts';
import { proxyInvitationsTable } from './tables/proxyInvitationsTable.ts';
import { registerTable } from './tables/registerTable.ts';
import { riderPinsTable } from './tables/riderPinsTable.ts';
import { ridesTable } from './tables/ridesTable.ts';
import { roadConditionsTable } from './tables/roadConditionsTable.ts';
import { roadLearningTable } from './tables/roadLearningTable.ts';
import { servicesTable } from './tables/servicesTable.ts';
import { standingOrdersTable } from './tables/standingOrdersTable.ts';
import { voiceSessionsTable } from './tables/voiceSessionsTable.ts';
import { waitlistTable } from './tables/waitlistTable.ts';

/**
 * All tables inside one transaction.
 * @param onAppend called when events were appended
 */
export function postgresTables(session: Session, onAppend: () => void): Tables {
  return {
    people: peopleTable(session),
    rides: ridesTable(session),
    offers: offersTable(session),
    places: placesTable(session),
    fleet: fleetTable(session),
    services: servicesTable(session),
    days: daysTable(session),
    positions: positionsTable(session),
    events: eventsTable(session, onAppend),
    answers: answersTable(session),
    driverCommands: driverCommandsTable(session),
    roadConditions: roadConditionsTable(session),
    calls: callsTable(session),
    register: registerTable(session),
    roadLearning: roadLearningTable(session),
    standingOrders: standingOrdersTable(session),
    jobRuns: jobRunsTable(session),
    callBacks: callBacksTable(session),
    contactWishes: contactWishesTable(session),
    notices: noticesTable(session),
    waitlist: waitlistTable(session),
    proxyGrants: proxyGrantsTable(session),
    proxyInvitations: proxyInvitationsTable(session),
    riderPins: riderPinsTable(session),
    voiceSessions: voiceSessionsTable(session),
    apartPairs: apartPairsTable(session),
  };
}
