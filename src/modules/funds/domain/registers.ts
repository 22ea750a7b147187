import { fundAllocationRegister } from './fund-allocation-register.ts';
import { fundArrangementRegister } from './fund-arrangement-register.ts';
import { fundIssuanceRegister } from './fund-issuance-register.ts';
import { fundPaymentRegister } from './fund-payment-register.ts';

export const fundsRegisters = [
  fundArrangementRegister,
  fundIssuanceRegister,
  fundAllocationRegister,
  fundPaymentRegister,
];
