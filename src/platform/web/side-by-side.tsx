// Records beside each other, line by line, what differs from the first marked; one of them can be chosen.

import { Button } from 'antd';
import type { ReactNode } from 'react';
import { UNKNOWN } from './numbers.ts';

export type Compared = {
  key: string;
  title: ReactNode;
  /** Written values by the key of the line. */
  values: Record<string, string | undefined>;
  /** Leaves the button out. */
  onChoose?: (() => void) | undefined;
};

export type SideBySideProps = {
  lines: { key: string; label: string }[];
  /** The record in question, first column. */
  subject: Compared;
  candidates: Compared[];
  chooseLabel: string;
  busy?: boolean;
};

export function SideBySide({ lines, subject, candidates, chooseLabel, busy = false }: SideBySideProps) {
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-compare">
        <thead>
          <tr>
            <th scope="col" />
            {[subject, ...candidates].map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{subject.values[key] ?? UNKNOWN}</td>
              {candidates.map((candidate) => (
                <ComparedCell key={candidate.key} value={candidate.values[key]} against={subject.values[key]} />
              ))}
            </tr>
          ))}
          <tr className="sw-compare-choice">
            <th scope="row">
              <span className="sw-quiet">选择</span>
            </th>
            <td />
            {candidates.map(({ key, onChoose }) => (
              <td key={key}>
                {onChoose ? (
                  <Button type="primary" disabled={busy} onClick={onChoose}>
                    {chooseLabel}
                  </Button>
                ) : null}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What the subject does not say cannot differ from it. */
function ComparedCell({ value, against }: { value: string | undefined; against: string | undefined }) {
  const differs = against !== undefined && value !== against;
  return (
    <td className={differs ? 'sw-differs' : ''}>
      {value ?? UNKNOWN}
      {differs ? <span className="sw-tone-red"> 不一致</span> : null}
    </td>
  );
}
