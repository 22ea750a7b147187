import { siteRiskRegister } from './site-risk-register.ts';

export const relocationRegisters = [siteRiskRegister];
