import { problemRegister } from './problem-register.ts';

export const rectificationRegisters = [problemRegister];
