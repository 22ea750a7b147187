import { listItemRegister } from './list-item-register.ts';
import { scheduleItemRegister } from './schedule-item-register.ts';
import { targetRegister } from './target-register.ts';

export const agendaRegisters = [targetRegister, scheduleItemRegister, listItemRegister];
