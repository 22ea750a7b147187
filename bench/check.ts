// node bench/check.ts TRUTH OUT: precision and recall of warnings and matches, as one JSON line.

import { judge } from './check/judge.ts';

const [truth, out] = process.argv.slice(2);
if (!truth || !out) {
  console.error('usage: node bench/check.ts TRUTH OUT');
  process.exit(2);
}
console.log(JSON.stringify(await judge(truth, out)));
