// Door of the demonstration data: `generateRegion` writes a folder that `shouwang import` and `shouwang load` take, `loadDemo` the
// region that the first start shows.

export { DEMO_PASSWORD, hasDemoAccounts, loadDemo, wantsDemo } from './load-demo.ts';
export {
  type GenerateOptions,
  type GenerateProgress,
  type GenerateResult,
  generateRegion,
  readRegions,
} from './write-region.ts';
