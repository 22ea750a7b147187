import { heatingCheckRegister } from './heating-check-register.ts';
import { siteRiskRegister } from './site-risk-register.ts';

export const relocationRegisters = [siteRiskRegister, heatingCheckRegister];
