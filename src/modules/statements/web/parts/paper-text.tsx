// A statement as it reads, every number a way down to its rows.

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RenderedBlock } from '../../domain/render.ts';

type Asked = { area: number; day: string };

/** The text with its numbers as links, each at the first place where it stands after the one before. */
function withLinks({ text, numbers }: RenderedBlock, asked: Asked, isChanged: (id: string) => boolean): ReactNode[] {
  const pieces: ReactNode[] = [];
  let from = 0;
  numbers.forEach(({ id, text: number }, at) => {
    const found = text.indexOf(number, from);
    if (found < 0 || number === '') return;
    pieces.push(text.slice(from, found));
    pieces.push(
      <Link
        key={`${id}-${at.toString()}`}
        to={`/figures/${id}`}
        search={{ area: asked.area, day: asked.day } as never}
        className={isChanged(id) ? 'sw-changed' : ''}
        title="打开这个数：口径、明细、为什么与已发布的不同"
      >
        {number}
      </Link>,
    );
    from = found + number.length;
  });
  return [...pieces, text.slice(from)];
}

const TAGS = { title: 'h2', heading: 'h3', paragraph: 'p' } as const;

type Props = { blocks: readonly RenderedBlock[]; asked: Asked; changed?: ReadonlySet<string> };

export function PaperText({ blocks, asked, changed }: Props) {
  return (
    <div className="sw-statement-text">
      {blocks.map((block) => {
        const Tag = TAGS[block.kind];
        return <Tag key={block.line}>{withLinks(block, asked, (id) => changed?.has(id) ?? false)}</Tag>;
      })}
    </div>
  );
}
