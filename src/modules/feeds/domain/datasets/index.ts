// Every dataset the product takes. A new one is a file beside these and a line here.

import type { FeedDefinition } from '../feed-definition.ts';
import { deathRegister } from './death-register.ts';
import { dibaoRoster } from './dibao-roster.ts';
import { disabilityCertificate } from './disability-certificate.ts';
import { disasterReport } from './disaster-report.ts';
import { employmentChange } from './employment-change.ts';
import { housingInspection } from './housing-inspection.ts';
import { medicalInsurance } from './medical-insurance.ts';
import { medicalSettlement } from './medical-settlement.ts';
import { schoolEnrolment } from './school-enrolment.ts';
import { waterOutage } from './water-outage.ts';

export const FEEDS: readonly FeedDefinition[] = [
  medicalSettlement,
  schoolEnrolment,
  disabilityCertificate,
  housingInspection,
  waterOutage,
  employmentChange,
  dibaoRoster,
  deathRegister,
  disasterReport,
  medicalInsurance,
];

export function findFeed(code: string): FeedDefinition | undefined {
  return FEEDS.find((feed) => feed.code === code);
}
