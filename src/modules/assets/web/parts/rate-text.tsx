// A rate with what it is a rate of: of a few things the two numbers say more than the per cent.

import { formatCount, formatMoney, formatRate } from '../../../../platform/web/numbers.ts';
import { RATE_WORDS, type Rates } from '../../domain/ledger.ts';

type RateTextProps = { name: keyof Rates; rates: Rates };

export function rateNote({ name, rates }: RateTextProps): string {
  const { part, whole } = rates[name];
  if (name === 'owned') return `${formatCount(part)} ÷ ${formatCount(whole)} 项`;
  return `${formatMoney(part, '万元')} ÷ ${formatMoney(whole, '万元')} 万元`;
}

export function RateText(props: RateTextProps) {
  const { part, whole } = props.rates[props.name];
  return <span title={`${RATE_WORDS[props.name].basis}：${rateNote(props)}`}>{formatRate(part, whole).text}</span>;
}
