import { cardRegister } from './card-register.ts';
import { fixCheckRegister } from './fix-check-register.ts';
import { fixMeasureRegister } from './fix-measure-register.ts';
import { problemClaimRegister } from './problem-claim-register.ts';
import { problemRegister } from './problem-register.ts';
import { ruleMadeRegister } from './rule-made-register.ts';
import { spreadCheckRegister } from './spread-check-register.ts';

export const rectificationRegisters = [
  problemRegister,
  problemClaimRegister,
  fixMeasureRegister,
  fixCheckRegister,
  spreadCheckRegister,
  ruleMadeRegister,
  cardRegister,
];
