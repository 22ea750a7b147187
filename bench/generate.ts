// node bench/generate.ts --scale 1 --out DIR [--seed N] [--counties 150923,152222] [--households N] [--as-of D]
// [--no-truth] [--warnings]: writes benchmark data and prints what was written, and how long it took, as one JSON line.

import { parseArgs } from 'node:util';
import { generateRegion } from '../src/modules/demo/server/index.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    scale: { type: 'string', default: '0.001' },
    seed: { type: 'string' },
    counties: { type: 'string', default: '' },
    households: { type: 'string' },
    'as-of': { type: 'string' },
    'no-truth': { type: 'boolean', default: false },
    warnings: { type: 'boolean', default: false },
  },
});

if (!values.out) {
  console.error('usage: node bench/generate.ts --scale 1 --out DIR');
  process.exit(2);
}

const started = performance.now();
const result = await generateRegion(
  {
    outDir: values.out,
    scale: Number(values.scale),
    counties: values.counties.split(',').filter(Boolean).map(Number),
    truth: !values['no-truth'],
    ...(values.warnings ? { expectedWarnings: true } : {}),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values.households === undefined ? {} : { households: Number(values.households) }),
    ...(values['as-of'] === undefined ? {} : { asOf: values['as-of'] }),
  },
  ({ county, counties, households }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${county}/${counties} counties, ${households} households`);
  },
);
const seconds = Math.round(performance.now() - started) / 1000;
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...result, seconds, peakMegabytes }));
