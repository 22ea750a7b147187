import { collectiveEconomyRegister } from './collective-economy-register.ts';
import { governancePilotRegister } from './governance-pilot-register.ts';
import { pointEntryRegister } from './point-entry-register.ts';
import { pointRuleRegister } from './point-rule-register.ts';

export const governanceRegisters = [
  governancePilotRegister,
  pointRuleRegister,
  pointEntryRegister,
  collectiveEconomyRegister,
];
