// Door of the demonstration data: `generateRegion` writes a folder that `shouwang import` and `shouwang load` take.

export { type GenerateOptions, type GenerateProgress, type GenerateResult, generateRegion } from './write-region.ts';
