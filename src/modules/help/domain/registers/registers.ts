import { helpMeasureRegister } from './help-measure-register.ts';

export const helpRegisters = [helpMeasureRegister];
