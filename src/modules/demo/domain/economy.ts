// A household's year in money, in fen: lognormal net income per head, split into the four kinds of income. Pastoral
// households live more from their herds, and a few of these lose money.

import type { Fen } from '../../../kernel/money.ts';
import type { Random } from './random.ts';

export type Economy = {
  wage: Fen;
  business: Fen;
  property: Fen;
  transfer: Fen;
  expense: Fen;
  claims: Fen;
  selfPaid: Fen;
  lastYear: Fen;
};

const MEDIAN_PER_HEAD = 19_000_00;
const SPREAD = 0.46;

function shareOfBusiness(random: Random, pastoral: number): number {
  const share = 0.4 + 0.28 * pastoral + random.normal() * 0.22;
  return Math.min(0.9, Math.max(0.04, share));
}

export function makeEconomy(random: Random, heads: number, pastoral: number): Economy {
  const net = Math.round(MEDIAN_PER_HEAD * Math.exp(random.normal() * SPREAD) * heads);
  const business = shareOfBusiness(random, pastoral);
  const property = 0.02 + random.next() * 0.03;
  const transfer = Math.min(0.04 + random.next() * 0.18, 1 - business - property - 0.01);
  const wage = 1 - business - property - transfer;
  const costs = 0.15 + random.next() * 0.3;
  const gross = net / (1 - business * costs);
  // A lost herd: costs nearly twice what it brought in.
  const lost = random.chance(0.002 + 0.003 * pastoral);
  const expense = Math.round(gross * business * (lost ? 1.9 : costs));
  const parts = {
    wage: Math.round(gross * wage),
    business: Math.round(gross * business),
    property: Math.round(gross * property),
    transfer: Math.round(gross * transfer),
  };
  const got = parts.wage + parts.business + parts.property + parts.transfer - expense;
  return {
    ...parts,
    expense,
    claims: random.chance(0.027) ? 3000_00 : 0,
    selfPaid: random.chance(0.1) ? 1500_00 : 0,
    lastYear: Math.round((lost ? net : got) / Math.exp(0.007 + random.normal() * 0.195)),
  };
}
