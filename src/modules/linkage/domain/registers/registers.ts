import { linkageCheckRegister } from './linkage-check-register.ts';
import { linkageProposalRegister } from './linkage-proposal-register.ts';

export const linkageRegisters = [linkageCheckRegister, linkageProposalRegister];
