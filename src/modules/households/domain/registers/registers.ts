import { householdIncomeRegister } from './household-income-register.ts';
import { householdStatusRegister } from './household-status-register.ts';

export const householdsRegisters = [householdStatusRegister, householdIncomeRegister];
