// Parts of every detail page: title line with state and deadline, facts in two columns. Tabs and timeline are files of their
// own, because the desk has none and is not to load them.

import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Block } from './inspect/block.tsx';
import { deadlineWords, UNKNOWN } from './numbers.ts';
import { PageTitle } from './page-title.tsx';

export type Tone = 'red' | 'orange' | 'yellow' | 'green' | 'plain';

/** A state or level: the word always stands beside the colour. */
export function StateTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <Tag className={`sw-tag sw-tag-${tone}`}>{children}</Tag>;
}

type DeadlineProps = { daysLeft: number | undefined; date?: string; calendar?: 'natural' | 'working' };

export function Deadline({ daysLeft, date, calendar = 'natural' }: DeadlineProps) {
  const tone = daysLeft === undefined ? 'plain' : daysLeft < 0 ? 'red' : daysLeft <= 1 ? 'orange' : 'plain';
  return (
    <span className={`sw-tone-${tone}`} title={date}>
      {deadlineWords(daysLeft, calendar)}
    </span>
  );
}

export type DetailPageProps = {
  title: ReactNode;
  state?: ReactNode;
  note?: ReactNode;
  /** Only the actions allowed to this account now. */
  actions?: ReactNode;
  /** Why nothing, or not everything, can be done now; shown behind a question. */
  whyNot?: string;
  /** Where 返回 leads when the page was opened from a link. */
  listPath: string;
  /** Stands to the right: a timeline. */
  aside?: ReactNode;
  children: ReactNode;
};

export function DetailPage(props: DetailPageProps) {
  const router = useRouter();
  const navigate = useNavigate();

  function back() {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: props.listPath });
  }

  const actions = (
    <>
      {props.whyNot ? (
        <Tooltip title={props.whyNot} trigger="click">
          <Button type="link">为什么不能操作？</Button>
        </Tooltip>
      ) : null}
      {props.actions}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印本页
      </Button>
    </>
  );
  return (
    <article className="sw-page sw-detail">
      <Button className="sw-back" type="text" size="small" icon={<ArrowLeftOutlined />} onClick={back}>
        返回
      </Button>
      <PageTitle title={props.title} tag={props.state} note={props.note} actions={actions} />
      <div className={props.aside ? 'sw-detail-with-aside' : ''}>
        <div>{props.children}</div>
        {props.aside ? <aside className="sw-aside">{props.aside}</aside> : null}
      </div>
    </article>
  );
}

/** A titled card of a page. */
export function Section(props: { title: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return <Block {...props} className="sw-section" />;
}

export type Fact = {
  label: string;
  value: ReactNode;
  /** How a derived number was computed, on hover. */
  basis?: string;
  /** Takes both columns. */
  wide?: boolean;
};

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="sw-facts">
      {facts.map(({ label, value, basis, wide }) => (
        <div key={label} className={wide ? 'sw-fact-wide' : ''}>
          <dt>{label}</dt>
          <dd>
            {basis ? (
              <Tooltip title={basis}>
                <span className="sw-derived">{value ?? UNKNOWN}</span>
              </Tooltip>
            ) : (
              (value ?? UNKNOWN)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
