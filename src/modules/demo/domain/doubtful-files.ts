// Two files of settlements as offices really send them. One is loaded, so that there are rows to review; the other is for
// whoever tries the product: every usual fault once.

import { formatDate, fromEpochDays, type PlainDate, toEpochDays } from '../../../kernel/plain-date.ts';

/** Of the generated registry, in its order. */
export type DemoMember = { village: string; name: string; id: string };

const HEADER = ['结算流水号', '证件号码', '姓名', '嘎查村代码', '医疗机构', '总费用', '合规自付', '结算日期'];
/** Rows to review, of so many townships. */
const TOWNSHIPS = 8;
/** Rows with an issue, of each kind. */
const OF_EACH = 3;
const SOUND_ROW = /^150923\d{11}[\dX],[^",]+,[^"]*$/;

const dayBefore = (asOf: PlainDate, days: number) => formatDate(fromEpochDays(toEpochDays(asOf) - days));
const placeOf = ({ village, name }: DemoMember) => village + name;

function byPlace(members: readonly DemoMember[]): Map<string, DemoMember[]> {
  const places = new Map<string, DemoMember[]>();
  for (const member of members) {
    const same = places.get(placeOf(member));
    if (same) same.push(member);
    else places.set(placeOf(member), [member]);
  }
  return places;
}

const uniqueOf = (places: Map<string, DemoMember[]>) =>
  [...places.values()].flatMap((same) => (same.length === 1 ? same : []));

/**
 * What a county's own office hands in beside the department: in each of some townships a bill without a number of somebody who has
 * a namesake in the village; bills under other names; and some of `settlements` (lines of the department's file) with
 * another amount under the same serial.
 */
export function doubtfulBills(members: readonly DemoMember[], settlements: readonly string[], asOf: PlainDate): string {
  const places = byPlace(members);
  const inTownships = new Map<string, DemoMember>();
  for (const [member, namesake] of places.values())
    if (member && namesake && !inTownships.has(member.village.slice(0, 9)))
      inTownships.set(member.village.slice(0, 9), member);
  const line = (i: number, { id, name, village }: DemoMember) => {
    const paid = 1800 + i * 150;
    return [`B${i + 1}`, id, name, village, '旗县中蒙医院', `${paid * 2}.00`, `${paid}.00`, dayBefore(asOf, 20 + i)];
  };
  const nameless = [...inTownships.values()].slice(0, TOWNSHIPS).map((member, i) => line(i, { ...member, id: '' }));
  const renamed = uniqueOf(places)
    .slice(0, OF_EACH * 30)
    .filter((_, i) => i % 30 === 0)
    .map((member, i) => line(TOWNSHIPS + i, { ...member, name: `白${member.name.slice(-1)}`, village: '' }));
  const again = settlements
    .filter((each) => SOUND_ROW.test(each))
    .slice(0, OF_EACH)
    .map((each, i) => {
      const [id = '', name = '', village = '', serial = '', hospital = ''] = each.split(',');
      return [serial, id, name, village, hospital, '9600.00', `${4100 + i * 10}.00`, dayBefore(asOf, 30 + i)];
    });
  return csvOf([HEADER, ...nameless, ...renamed, ...again]);
}

const swapped = (id: string) => {
  const at = [10, 11, 12, 13, 14].find((i) => id[i] !== id[i + 1]) ?? 14;
  return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
};
const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const SERIAL_DAY_ZERO = toEpochDays(18991230);

type Cells = Partial<Record<'serial' | 'id' | 'name' | 'village' | 'total' | 'paid' | 'day' | 'note', string>>;

/** Each what one row has otherwise than it should; the note is what the office itself wrote into a column of its own. */
function faults(asOf: PlainDate): ((member: DemoMember) => Cells)[] {
  const plain = dayBefore(asOf, 12);
  return [
    ({ id }) => ({ id: `'${id}` }),
    ({ id }) => ({ id: `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` }),
    ({ id }) => ({ id: fullWidth(id) }),
    ({ id }) => ({ id: id.toLowerCase(), name: '' }),
    ({ name }) => ({ name: `${name[0]}　${name.slice(1)}` }),
    ({ id }) => ({ id: swapped(id), note: '号码抄错两位' }),
    () => ({ id: '', note: '本人未带身份证' }),
    ({ id }) => ({ id: `${Number(id.slice(0, 15)) / 1e14}E+17`, note: 'Excel 改成了科学计数' }),
    ({ id }) => ({ id: `${id.slice(0, 15)}000`, note: 'Excel 把后三位变成了零' }),
    () => ({ id: '', name: '', note: '姓名和证件号码都没有' }),
    () => ({ total: '3,860.50', paid: '1,200.00' }),
    () => ({ total: '2427.06元', paid: '820元' }),
    () => ({ paid: '—' }),
    () => ({ total: '', paid: '未结' }),
    () => ({ day: plain.replace(/-0?/g, '/') }),
    () => ({ day: String(toEpochDays(asOf) - 12 - SERIAL_DAY_ZERO) }),
    () => ({ day: `${plain.slice(0, 4)}-02-30` }),
    () => ({ day: '上月' }),
    () => ({ village: '150923999999' }),
    () => ({ serial: '' }),
    () => ({ total: '-1500.00', paid: '-500.00', note: '冲销' }),
    () => ({ name: '=HYPERLINK("x")' }),
  ];
}

/** Title above the header, own columns, a unit in a header, every usual fault, a sum and a signature below. Names that are unique in their village. */
export function dirtyBills(members: readonly DemoMember[], asOf: PlainDate): string {
  const unique = uniqueOf(byPlace(members));
  const damage = faults(asOf);
  const line = (i: number, member: DemoMember, change: Cells) => {
    const paid = 600 + i * 35;
    const usual = { serial: `D${1000 + i}`, ...member, total: `${paid * 2}.00`, paid: `${paid}.00` };
    const cells = { ...usual, day: dayBefore(asOf, 8 + i), note: '', ...change };
    const { serial, id, name, village, total, day, note } = cells;
    return [`${i + 1}`, serial, id, name, village, '旗县人民医院', total, cells.paid, day, note];
  };
  // Every second row is as it should be.
  const rows = damage.flatMap((faulty, i) => {
    const [good, bad] = [unique[i * 20], unique[i * 20 + 7]];
    return good && bad ? [line(i * 2, good, {}), line(i * 2 + 1, bad, faulty(bad))] : [];
  });
  const header = [
    '序号',
    '结算流水号',
    '身份证号',
    '姓名',
    '嘎查村代码',
    '医疗机构',
    '总费用（元）',
    '合规自付',
    '结算日期',
    '备注',
  ];
  const sum = ['合计', '', '', '', '', '', `${rows.length * 2000}.00`];
  const again = rows.slice(0, 1);
  return csvOf([['附件1：医疗费用结算明细（演示）'], header, ...rows, ...again, [''], sum, ['填表人：其其格']]);
}

function csvOf(rows: readonly string[][]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, i) => quoted(row[i] ?? '')).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
