// The lines of a sheet by what the family did: what it has is opened by one tap, what it has not is not asked.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type Given, MoneyInput, NumberInput, type Written } from '../../../../platform/web/form/index.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { lineFen, type SheetLine } from '../../domain/sheet.ts';
import { ITEM_KEYS, PART_NAMES, type SheetItemKey, type SheetPart, sheetItem } from '../../domain/sheet-items.ts';

/** A line as it is written: what cannot be read stays as text. */
export type WrittenLine = { item: SheetItemKey; quantity?: Written; priceFen?: Written; amountFen?: Written };

const NUMBERS = ['quantity', 'priceFen', 'amountFen'] as const;

/** What is written of a line as it counts; unreadable text counts as nothing, and the form refuses it. */
export function readLine(written: WrittenLine): SheetLine {
  const read = NUMBERS.flatMap((name) => {
    const value = written[name];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { item: written.item, ...Object.fromEntries(read) };
}

/** Whether something of the line was opened and not filled in. */
const isEmpty = (line: WrittenLine) => NUMBERS.every((name) => line[name] === undefined);

/** The sentence of the first line that cannot be sent. */
export function faultOf(lines: readonly WrittenLine[] = []): string | undefined {
  for (const line of lines) {
    const { title, unit } = sheetItem(line.item);
    const unread = NUMBERS.find((name) => typeof line[name] === 'string');
    if (unread) return `“${title}”填的“${line[unread]}”不是数字。请填写数字，例如 3。`;
    if (isEmpty(line)) return `“${title}”还没有填。没有这项收支的，请点右边的删除。`;
    if (unit && (line.quantity === undefined || line.priceFen === undefined)) return `“${title}”的数量和单价要都填上。`;
    if (typeof line.quantity === 'number' && line.quantity < 0) return `“${title}”的数量不能是负数。`;
  }
  return undefined;
}

export function SheetEditor({ value = [], onChange }: Given<WrittenLine[]>) {
  const change = (at: number, changed: Partial<WrittenLine>) =>
    onChange?.(value.map((line, i) => (i === at ? { ...line, ...changed } : line)));
  return (
    <>
      {(Object.keys(PART_NAMES) as SheetPart[]).map((part) => (
        <Part
          key={part}
          part={part}
          lines={value}
          onChange={change}
          onAdd={(item) => onChange?.([...value, { item }])}
          onDrop={(at) => onChange?.(value.filter((_, i) => i !== at))}
        />
      ))}
    </>
  );
}

type PartProps = {
  part: SheetPart;
  lines: WrittenLine[];
  onChange: (at: number, changed: Partial<WrittenLine>) => void;
  onAdd: (item: SheetItemKey) => void;
  onDrop: (at: number) => void;
};

function Part({ part, lines, onChange, onAdd, onDrop }: PartProps) {
  const own = lines.flatMap((line, at) => (sheetItem(line.item).part === part ? [{ line, at }] : []));
  const sum = own.reduce((fen, { line }) => fen + lineFen(readLine(line)), 0);
  return (
    <section className="sw-sheet-part" aria-label={PART_NAMES[part]}>
      <h2>
        {PART_NAMES[part]}
        <span className="sw-quiet">{own.length > 0 ? `${formatMoney(sum)} 元` : '没有就不用填'}</span>
      </h2>
      {own.map(({ line, at }) => (
        <Line key={at} line={line} onChange={(changed) => onChange(at, changed)} onDrop={() => onDrop(at)} />
      ))}
      <div className="sw-sheet-more">
        {ITEM_KEYS.filter((key) => sheetItem(key).part === part).map((key) => (
          <Button key={key} size="small" icon={<PlusOutlined />} onClick={() => onAdd(key)}>
            {sheetItem(key).title}
          </Button>
        ))}
      </div>
    </section>
  );
}

type LineProps = { line: WrittenLine; onChange: (changed: Partial<WrittenLine>) => void; onDrop: () => void };

function Line({ line, onChange, onDrop }: LineProps) {
  const { title, unit, price } = sheetItem(line.item);
  const set = (name: (typeof NUMBERS)[number]) => (next: Written | undefined) =>
    onChange({ [name]: next } as Partial<WrittenLine>);
  return (
    <div className="sw-sheet-line">
      <span>{title}</span>
      {unit ? (
        <>
          <NumberInput label={`${title}：多少${unit}`} unit={unit} value={line.quantity} onChange={set('quantity')} />
          <MoneyInput
            label={`${title}：${price}`}
            placeholder={price ?? ''}
            value={line.priceFen}
            onChange={set('priceFen')}
          />
        </>
      ) : (
        <>
          <MoneyInput
            label={`${title}：一年多少钱`}
            placeholder="一年多少钱"
            value={line.amountFen}
            onChange={set('amountFen')}
          />
          <span />
        </>
      )}
      <output>{formatMoney(lineFen(readLine(line)))} 元</output>
      <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${title}`} onClick={onDrop} />
    </div>
  );
}
