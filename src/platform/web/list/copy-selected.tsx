// 复制到 Excel: the selected rows as they stand on screen, by the button or by Ctrl+C. The copy event works without the
// clipboard interface of browsers, which offices without https do not have.

import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { formatCount } from '../numbers.ts';
import { hasOverlay } from '../typing.ts';
import { tabbed, tableHtml } from './copy-rows.ts';
import type { ListColumn } from './list-types.ts';

type CopySelectedProps<Row> = {
  rows: Row[];
  columns: ListColumn<Row>[];
  rowKey: (row: Row) => string | number;
  unit: string;
};

function textOf(cell: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: lines of a cell must not run into each other
  return cell.innerText.replace(/\s*\n\s*/g, ';').trim();
}

function cellsOf(table: HTMLTableElement): string[][] {
  return [...table.rows].map((row) => [...row.cells].map(textOf));
}

/** Text that somebody marked, and fields, are copied as everywhere. */
function isOrdinaryCopy(event: ClipboardEvent): boolean {
  const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
  return inField || hasOverlay() || (window.getSelection()?.toString() ?? '') !== '';
}

export function CopySelected<Row extends object>({ rows, columns, rowKey, unit }: CopySelectedProps<Row>) {
  const { message } = App.useApp();
  const table = useRef<HTMLTableElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  const asked = useRef(false);
  const copied = columns.filter((column) => !column.control);
  const count = rows.length;

  useEffect(() => {
    function onCopy(event: ClipboardEvent) {
      if (!table.current || !event.clipboardData || (!asked.current && isOrdinaryCopy(event))) return;
      const cells = cellsOf(table.current);
      event.clipboardData.setData('text/plain', tabbed(cells));
      event.clipboardData.setData('text/html', tableHtml(cells));
      event.preventDefault();
      void message.success(`已复制 ${formatCount(count)} ${unit}，可以粘贴到 Excel`);
    }
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [message, count, unit]);

  /** Browsers copy on command only while something is marked. */
  function copy() {
    const selection = window.getSelection();
    if (!mark.current || !selection) return;
    selection.selectAllChildren(mark.current);
    asked.current = true;
    const done = document.execCommand('copy');
    asked.current = false;
    selection.removeAllRanges();
    if (!done) void message.error('浏览器不允许复制。请按 Ctrl+C 复制所选的行。');
  }

  return (
    <>
      <Button size="small" icon={<CopyOutlined />} onClick={copy} title="Ctrl+C">
        复制到 Excel
      </Button>
      <span ref={mark} className="sw-copied" aria-hidden>
        表
      </span>
      <table ref={table} className="sw-copied" aria-hidden inert>
        <thead>
          <tr>
            {copied.map(({ key, title }) => (
              <th key={key}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {copied.map((column) => (
                <td key={column.key}>{column.render(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
