import { countyPlanRegister } from './county-plan-register.ts';
import { favourRecordRegister } from './favour-record-register.ts';
import { planReportRegister } from './plan-report-register.ts';
import { specialistServiceRegister } from './specialist-service-register.ts';
import { specialistTeamRegister } from './specialist-team-register.ts';

export const keycountiesRegisters = [
  countyPlanRegister,
  planReportRegister,
  favourRecordRegister,
  specialistTeamRegister,
  specialistServiceRegister,
];
