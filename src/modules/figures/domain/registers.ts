import { externalTableRegister } from './external-table-register.ts';
import { publishedFigureRegister } from './published-figure-register.ts';

export const figuresRegisters = [externalTableRegister, publishedFigureRegister];
