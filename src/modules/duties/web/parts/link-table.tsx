// Regions with who answers for them, and what nobody answers for.

import { LEVEL_NAMES } from '../../../../kernel/region-code.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { POSTS, type Post } from '../../../policies/domain/duty-term-register.ts';
import { postName } from '../../domain/chain.ts';
import type { ChainLink } from '../api.ts';

const SHOWN: Post[] = ['secretary', 'government-head', 'in-charge-of', 'liaison'];

function holdersOf({ holders, vacant, level }: ChainLink, post: Post) {
  const own = holders.filter((holder) => holder.post === post);
  const gap = vacant.find((one) => one.post === post);
  if (gap)
    return <StateTag tone="red">{gap.since ? `${gap.since} 起空缺` : `没有登记${postName(post, level)}`}</StateTag>;
  return own.map(({ name, unit, title, since, acting }) => (
    <div key={`${name} ${since}`} title={[unit, title, `${since} 任职`].filter(Boolean).join(' · ')}>
      {name}
      {acting ? '（主持工作）' : ''}
    </div>
  ));
}

const POST_COLUMNS: ListColumn<ChainLink>[] = SHOWN.map((post) => ({
  ...{ key: post, title: post === 'government-head' ? '政府主要领导、主任' : POSTS[post], width: 160 },
  render: (link) => holdersOf(link, post),
}));

const COLUMNS: ListColumn<ChainLink>[] = [
  { key: 'level', title: '层级', render: ({ level }) => LEVEL_NAMES[level], width: 90 },
  { key: 'name', title: '地区', render: ({ name }) => name, width: 150 },
  ...POST_COLUMNS,
];

type LinkTableProps = { label: string; links: ChainLink[]; none: string; onOpen?: (link: ChainLink) => void };

export function LinkTable({ label, links, none, onOpen }: LinkTableProps) {
  return (
    <SmallTable
      label={label}
      columns={COLUMNS}
      rows={links}
      rowKey={({ code, level }) => `${level} ${code}`}
      {...(onOpen ? { onOpen } : {})}
      none={none}
    />
  );
}
