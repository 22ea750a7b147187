// `npm run audit:dependencies`: what is known against the packages that run in an office. The list of advisories is the registry's; where
// it cannot be reached that is said, and nothing is claimed: exit 0, or 3 with `--strict`. Exit 1: a package has a known fault
// of high or critical severity.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SECONDS = 60;
const GRAVE = ['high', 'critical'];

/** What `npm audit --json` said: a count, or why there is none. */
export function judge(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { state: 'unknown', why: 'npm 没有给出结果' };
  }
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) return { state: 'unknown', why: String(answer?.message ?? answer?.error?.summary ?? '登记处没有应答') };
  const names = Object.entries(answer.vulnerabilities ?? {})
    .filter(([, { severity }]) => GRAVE.includes(severity))
    .map(([name]) => name);
  return { state: names.length > 0 ? 'faulty' : 'sound', names };
}

function main() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: SECONDS * 1000,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { state, why, names = [] } = judge(stdout ?? '');
  if (state === 'sound') {
    console.log('依赖包：没有已知的高危漏洞。');
    return 0;
  }
  if (state === 'faulty') {
    console.error(`依赖包有已知的高危漏洞：${names.join('、')}。请升级后再发布。`);
    return 1;
  }
  console.warn(`依赖包没有核查（${why}）。请在能连接登记处的机器上再运行一次。`);
  return process.argv.includes('--strict') ? 3 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(main());
