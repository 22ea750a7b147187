// The registers of this slice.

import { circularRegister } from './circular-register.ts';

export const circularsRegisters = [circularRegister];
