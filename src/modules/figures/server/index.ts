// The door of the slice.

import '../domain/problems.ts';

export { answerFigure, openReading, type Question } from './answer.ts';
export { type Compared, compareFigures, WHOLE } from './compare.ts';
export { eachRow, type FigureRow, rowsBehind } from './rows.ts';
export { keepSettings } from './settings.ts';
