import { activationRegister } from './activation-register.ts';
import { contingencyDrillRegister } from './contingency-drill-register.ts';
import { contingencyListRegister } from './contingency-list-register.ts';
import { contingencyPlanRegister } from './contingency-plan-register.ts';
import { contingencyTriggerRegister } from './contingency-trigger-register.ts';

export const contingencyRegisters = [
  contingencyPlanRegister,
  contingencyTriggerRegister,
  contingencyListRegister,
  contingencyDrillRegister,
  activationRegister,
];
