// Door of the demonstration data: `generateRegion` writes a folder that `shouwang import` and `shouwang load` take, `loadDemo` the
// region that the first start shows.

export { demoActor } from './demo-actor.ts';
export { DEMO_PASSWORD, hasDemoAccounts, loadDemo, loadDemoRest, wantsDemo, wantsDemoRest } from './load-demo.ts';
export {
  type GenerateOptions,
  type GenerateProgress,
  type GenerateResult,
  generateRegion,
  readRegions,
} from './write-region.ts';
