import { countyDesignationRegister } from './county-designation-register.ts';

export const regionsRegisters = [countyDesignationRegister];
