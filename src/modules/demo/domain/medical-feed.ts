// Settlements of the health insurance: the largest feed of events, in no order of households, with repeated serial
// numbers (the same settlement delivered twice, now and then with another amount) and reversals.

import type { Fen } from '../../../kernel/money.ts';
import { amountCell, dateCell } from './cells.ts';
import { type Damage, type Written, writePerson } from './damage.ts';
import { type FeedContext, makeStranger } from './feed-context.ts';
import type { FeedSink } from './feed-sink.ts';
import type { Person } from './population.ts';
import type { Random } from './random.ts';
import type { DemoSettings } from './settings.ts';

type Settlement = {
  written: { id: string; name: string; damage: Damage; recoverable: boolean };
  number: string;
  village: string;
  hospital: string;
  selfPaid: Fen;
  day: number;
  bad: boolean;
  /** Given when the row first goes out; a repeated row keeps it. */
  serial: string;
};

/** So many rows are held back and go out in random order: enough to part a household's rows, constant in memory. */
const HELD_ROWS = 20_000;
const SHARE_SELF_PAID = 0.4545;

export type MedicalFeed = { add: (context: FeedContext, person: Person) => void; finish: () => void };

function settle(context: FeedContext, person: Person, heavy: boolean): Settlement {
  const { random, settings, population, today } = context;
  const usual = Math.exp(6.263 + random.normal() * 1.27);
  const yuan = Math.min(21_000, heavy ? 4_000 + random.next() * 11_000 : usual);
  const shown = random.chance(0.69);
  const stranger = random.chance(settings.outsiderShare) ? makeStranger(context) : undefined;
  const bad = !stranger && random.chance(settings.badShare);
  const written: Written = stranger
    ? { ...stranger, damage: 'outsider', recoverable: false }
    : writePerson(random, person, population, bad ? 0 : settings.damagedShare, shown);
  return {
    written,
    number: stranger ? '' : person.number,
    village: shown ? person.household.village : '',
    hospital: `医院${random.int(900)}`,
    selfPaid: Math.round(yuan * 100) * (random.chance(0.003) ? -1 : 1),
    day: today - random.int(425),
    bad,
    serial: '',
  };
}

function lineOf(random: Random, row: Settlement, odd: number): string {
  const total = amountCell(random, Math.round(row.selfPaid / SHARE_SELF_PAID), odd);
  const self = row.bad ? '—' : amountCell(random, row.selfPaid, odd);
  const { id, name } = row.written;
  return `${id},${name},${row.village},${row.serial},${row.hospital},${total},${self},${dateCell(random, row.day, odd)}`;
}

/** A second delivery: readable even where the first was not, and one in ten brings another amount. */
function repeatOf(random: Random, row: Settlement): Settlement {
  return { ...row, bad: false, selfPaid: random.chance(0.1) ? row.selfPaid + 100_00 : row.selfPaid };
}

export function createMedicalFeed(random: Random, settings: DemoSettings, sink: FeedSink): MedicalFeed {
  const held: Settlement[] = [];
  let serials = 0;

  function release(): void {
    const at = random.int(held.length);
    const row = held[at];
    const last = held.pop();
    if (!row || !last) return;
    if (at < held.length) held[at] = last;
    if (row.serial === '') {
      row.serial = `S${String(serials++).padStart(10, '0')}`;
      if (random.chance(0.01)) held.push(repeatOf(random, row));
    }
    const { damage, recoverable } = row.written;
    const line = lineOf(random, row, settings.oddCellShare);
    sink.person('medical-settlement', line, row.number, damage, row.bad, recoverable, random.chance(0.4));
  }

  return {
    add(context, person) {
      const heavy = context.random.chance(0.0011);
      let count = heavy ? 4 : 0;
      // Poisson: how often somebody of this age was treated.
      const limit = Math.exp(-(0.45 + person.age / 130));
      for (let product = context.random.next(); product > limit; product *= context.random.next()) count++;
      for (let i = 0; i < count; i++) held.push(settle(context, person, heavy && i < 4));
      while (held.length > HELD_ROWS) release();
    },
    finish() {
      while (held.length > 0) release();
    },
  };
}
