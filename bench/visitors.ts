// npm run bench -- visitors [--url http://127.0.0.1:8080] [--user county] [--calls 2000] [--connections 40] [--times 60]
// What an officer's list takes alone and while visitors without an account send calls without waiting for answers, against a
// running `npm start` with its demonstration. Prints median and 95 of 100 of both, and what the visitors were answered.

import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    user: { type: 'string', default: 'county' },
    calls: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '40' },
    times: { type: 'string', default: '60' },
  },
});

const LIST = '/api/households?limit=50';
const VISITORS = '/api/declare/villages?text=%E5%95%86';

/** Sends so many calls down one connection at once; answers the status of each that was answered. */
function pipelined({ hostname, port }: URL, calls: number): Promise<string[]> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const end = () => resolve([...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', end);
    const call = `GET ${VISITORS} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`;
    socket.write(`${`${call}\r\n`.repeat(calls - 1)}${call}Connection: close\r\n\r\n`);
  });
}

async function listTakes(cookie: string): Promise<number> {
  const from = performance.now();
  const response = await fetch(`${values.url}${LIST}`, { headers: { cookie } });
  await response.text();
  if (!response.ok) throw new Error(`${LIST}: ${response.status}`);
  return performance.now() - from;
}

async function measure(cookie: string, go: () => boolean): Promise<number[]> {
  const taken: number[] = [];
  while (go()) taken.push(await listTakes(cookie));
  return taken.sort((a, b) => a - b);
}

const at = (sorted: number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(8);

function print(what: string, sorted: number[]): void {
  console.log(`${what.padEnd(34)}${at(sorted, 0.5)}${at(sorted, 0.95)}${String(sorted.length).padStart(8)}`);
}

const url = new URL(values.url);
const cookie = await signIn(values.url, values.user, undefined, DEMO_PASSWORD);
let left = Number(values.times);
await measure(cookie, () => left-- > 0);
left = Number(values.times);
const alone = await measure(cookie, () => left-- > 0);
const [calls, connections] = [Number(values.calls), Number(values.connections)];
let bursts = 0;
const answered = new Map<string, number>();
left = Number(values.times);
const visitors = async () => {
  while (left > 0) {
    const each = Array.from({ length: connections }, () => pipelined(url, Math.ceil(calls / connections)));
    for (const status of (await Promise.all(each)).flat()) answered.set(status, (answered.get(status) ?? 0) + 1);
    bursts++;
  }
};
const [beside] = await Promise.all([measure(cookie, () => left-- > 0), visitors()]);
console.log(`${'ms'.padEnd(34)}${'50%'.padStart(8)}${'95%'.padStart(8)}${'calls'.padStart(8)}`);
print('officer’s list alone', alone);
print(`beside ${calls} pipelined visitor calls`, beside);
const told = [...answered].sort().map(([status, n]) => `${n} × ${status}`);
console.log(`visitors: ${bursts} bursts of ${calls}, answered ${told.join(', ') || 'nothing'}`);
