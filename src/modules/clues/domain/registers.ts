import { clueRecordRegister } from './clue-record-register.ts';

export const cluesRegisters = [clueRecordRegister];
