import { assessmentResultRegister } from './assessment-result-register.ts';

export const assessmentRegisters = [assessmentResultRegister];
