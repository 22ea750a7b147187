// The registers of this slice.

import { noticeRegister } from './notice-register.ts';

export const noticesRegisters = [noticeRegister];
