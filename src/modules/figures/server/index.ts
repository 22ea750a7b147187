// The door of the slice.

import '../domain/problems.ts';

export { answerFigure, openReading } from './answer.ts';
export {
  answerRegions,
  type ComparedLevel,
  type CountedCounties,
  countCounties,
  type MeasuredRegions,
  measureRegions,
  type Named,
  type RegionAnswer,
  rulersOf,
} from './by-region.ts';
export { compareFigures, newestPublished } from './compare.ts';
export { figuresDownloads } from './downloads.ts';
export { comparedCsv, figuresCsv, ROWS_HEAD, rowsCsv } from './files.ts';
export { askedBy, figureNamed, figuresHandlers } from './handlers.ts';
export { keepUpFigures } from './kept/keep-up.ts';
export { forgetCounts, readKeeping } from './kept/kept-counts.ts';
export { pageOfRows } from './page-of-rows.ts';
export { publishFigures, type ToPublish } from './publish.ts';
export { eachRow, rowsBehind } from './rows.ts';
export { keepSettings } from './settings.ts';
export { type ToldFigure, tellFigures } from './tell.ts';
export { askKey, type FigureAsk, type FigureValue, valuesOf } from './values.ts';
