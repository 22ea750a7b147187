import { teamPostingRegister } from './team-posting-register.ts';

export const teamsRegisters = [teamPostingRegister];
