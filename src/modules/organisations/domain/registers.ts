import { cadreRegister } from './cadre-register.ts';
import { organisationRegister } from './organisation-register.ts';

export const organisationsRegisters = [organisationRegister, cadreRegister];
