// The registers of this slice.

import { statementRegister } from './statement-register.ts';

export const statementsRegisters = [statementRegister];
