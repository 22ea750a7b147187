// node bench/officers/officer.ts, forked by bench/officers.ts: people at work, each over a kept connection. One looks,
// thinks, and looks again or does what the case needs next; nobody waits for anybody else.

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kind } from '../../src/modules/cases/domain/actions.ts';
import { demoDetail } from '../../src/modules/demo/domain/cases/case-details.ts';
import { drawSignature } from '../../src/modules/demo/server/signature-picture.ts';
import type { Officer, Report, Sample, Shift } from './messages.ts';

/** Shares of what somebody does in a turn; the rest is an action. */
const TURNS = { home: 0.15, list: 0.2, page: 0.2 };
/** Of the actions, so many are a new clue that is registered. */
const NEW_CASES = 0.1;

/** What leads a case on, before what only adds to it. */
const WANTED: Kind[] = [
  'verify',
  'compare',
  'review',
  'publish',
  'end-notice',
  'pass-township',
  'approve',
  'clear',
  'announce',
  'record',
  'resume',
  'plan',
  'object',
  'pause',
];
const LISTS = [
  'desk=mine',
  'desk=late',
  'desk=soon',
  'desk=waiting',
  'desk=escalated',
  'stage=monitored',
  'stage=identification',
];

type CaseKey = { countyCode: number; id: number };
type CasePage = CaseKey & {
  version: number;
  actions: Kind[];
  state: string;
  headName: string;
  lifted: boolean;
  memberCount: number;
};
type Answer = { status: number; body: unknown };

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const samples: Sample[] = [];
const refusals: Record<string, number> = {};
const picture = drawSignature(7);
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
let measuring = false;

function pick<T>(from: readonly T[]): T | undefined {
  return from[Math.floor(Math.random() * from.length)];
}

type Body = { type: string; bytes: Buffer };

function send(url: string, cookie: string, method: string, body?: Body): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(body ? { 'content-type': body.type, 'content-length': body.bytes.length } : {}) };
    const sent = request(url, { method, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined });
      });
    });
    sent.on('error', reject);
    sent.end(body?.bytes);
  });
}

class Desk {
  readonly #url: string;
  readonly #officer: Officer;
  #cases: CaseKey[] = [];

  constructor(url: string, officer: Officer) {
    this.#url = url;
    this.#officer = officer;
  }

  async #ask(name: string, path: string, body?: Body): Promise<unknown> {
    const from = performance.now();
    const answer = await send(`${this.#url}/api${path}`, this.#officer.cookie, body ? 'POST' : 'GET', body);
    const milliseconds = performance.now() - from;
    if (measuring) samples.push({ name, isWrite: body !== undefined, milliseconds, status: answer.status });
    if (answer.status < 400) return answer.body;
    const { code = String(answer.status) } = answer.body as { code?: string };
    const refused = `${name}: ${code}`;
    refusals[refused] = (refusals[refused] ?? 0) + 1;
    return undefined;
  }

  #write(name: string, path: string, body: object): Promise<unknown> {
    const bytes = Buffer.from(JSON.stringify({ requestId: crypto.randomUUID(), ...body }));
    return this.#ask(name, path, { type: 'application/json', bytes });
  }

  async #list(filter: string): Promise<void> {
    const page = (await this.#ask('list of 50', `/cases?${filter}&limit=50`)) as { items: CaseKey[] } | undefined;
    if (page && page.items.length > 0) this.#cases = page.items;
  }

  async home(): Promise<void> {
    await Promise.all([this.#ask('worklist numbers', '/cases/worklist'), this.#list('desk=mine')]);
  }

  async #page(): Promise<CasePage | undefined> {
    const key = pick(this.#cases);
    if (!key) return undefined;
    return (await this.#ask('case page', `/cases/${key.countyCode}/${key.id}`)) as CasePage | undefined;
  }

  async #upload(): Promise<string[]> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), '签名.png');
    const encoded = new Response(form);
    const bytes = Buffer.from(await encoded.arrayBuffer());
    const answer = await this.#ask('upload', '/uploads', { type: encoded.headers.get('content-type') ?? '', bytes });
    return answer ? [(answer as { fileId: string }).fileId] : [];
  }

  async #newCase(): Promise<void> {
    const householdId = this.#officer.spare.pop();
    const { countyCode } = this.#officer;
    if (householdId === undefined) return this.#act();
    const given = { channel: 'visit', countyCode, householdId, receivedOn: today, text: '走访发现支出较大' };
    const clue = (await this.#write('add a clue', '/clues', given)) as { id: number } | undefined;
    if (clue) await this.#write('open', '/cases', { countyCode, clueIds: [clue.id] });
  }

  async #act(): Promise<void> {
    const page = await this.#page();
    const kind = WANTED.find((each) => page?.actions.includes(each));
    if (!page || !kind) return;
    const { countyCode, id, version, headName, lifted, memberCount, state } = page;
    const known = {
      on: today,
      household: { headName, lifted, members: memberCount },
      index: id,
      files: kind === 'verify' ? await this.#upload() : [],
    };
    const detail = demoDetail(kind, known, state.startsWith('clearing.'));
    await this.#write(kind, `/cases/${countyCode}/${id}/${kind}`, { version, detail });
  }

  async turn(): Promise<void> {
    const dice = Math.random();
    if (dice < TURNS.home) await this.home();
    else if (dice < TURNS.home + TURNS.list) await this.#list(pick(LISTS) ?? '');
    else if (dice < TURNS.home + TURNS.list + TURNS.page) await this.#page();
    else if (Math.random() < NEW_CASES) await this.#newCase();
    else await this.#act();
  }
}

async function work(shift: Shift): Promise<Report> {
  const begins = performance.now() + shift.warmUpSeconds * 1000;
  const ends = begins + shift.seconds * 1000;
  setTimeout(() => {
    measuring = true;
  }, shift.warmUpSeconds * 1000);
  await Promise.all(
    shift.officers.map(async (officer) => {
      const desk = new Desk(shift.url, officer);
      await sleep(Math.random() * shift.thinkSeconds * 1000);
      await desk.home();
      while (performance.now() < ends) {
        // Exponential, as people are: many short, few long.
        await sleep(Math.min(-Math.log(1 - Math.random()), 4) * shift.thinkSeconds * 1000);
        await desk.turn();
      }
    }),
  );
  return { samples, refusals };
}

process.once('message', (shift: Shift) => {
  void work(shift).then((report) => process.send?.(report, () => process.exit(0)));
});
