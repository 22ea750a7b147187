// The registers of this slice.

import { adjustmentRegister } from './adjustment-register.ts';
import { groupRegister } from './group-register.ts';
import { indicatorRegister } from './indicator-register.ts';
import { markRegister } from './mark-register.ts';
import { objectionRegister } from './objection-register.ts';
import { schemeRegister } from './scheme-register.ts';
import { surveyRegister } from './survey-register.ts';
import { useRegister } from './use-register.ts';

export const appraisalsRegisters = [
  schemeRegister,
  indicatorRegister,
  groupRegister,
  markRegister,
  surveyRegister,
  adjustmentRegister,
  objectionRegister,
  useRegister,
];
