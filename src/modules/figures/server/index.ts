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
} from './by-region.ts';
export { compareFigures } from './compare.ts';
export { figuresDownloads } from './downloads.ts';
export { comparedCsv, figuresCsv, ROWS_HEAD, rowsCsv } from './files.ts';
export { figuresHandlers } from './handlers.ts';
export { publishFigures, type ToPublish } from './publish.ts';
export { eachRow, pageOfRows, rowsBehind } from './rows.ts';
export { keepSettings } from './settings.ts';
export { type ToldFigure, tellFigures } from './tell.ts';
