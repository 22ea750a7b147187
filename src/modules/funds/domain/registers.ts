import { fundAllocationRegister } from './fund-allocation-register.ts';
import { fundArrangementRegister } from './fund-arrangement-register.ts';
import { fundCarryoverRegister } from './fund-carryover-register.ts';
import { fundIssuanceRegister } from './fund-issuance-register.ts';
import { fundPaymentRegister } from './fund-payment-register.ts';
import { fundPerformanceRegister } from './fund-performance-register.ts';

export const fundsRegisters = [
  fundArrangementRegister,
  fundIssuanceRegister,
  fundAllocationRegister,
  fundPaymentRegister,
  fundCarryoverRegister,
  fundPerformanceRegister,
];
