// What can be done with a paper: read it, save it as Word or PDF, print it. A refusal is shown as a sentence.

import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useShowFailure } from '../confirm.ts';
import { download, openPage, printPage } from '../downloads.ts';

type Query = Record<string, string | number | undefined>;

/** Where the papers are: below `/api`, without the format. `sheet`: they come as a workbook, too. */
export type PapersAddress = { path: string; query?: Query; name: string; sheet?: boolean };

type ActionProps = { label: string; about: string; icon?: ReactNode; run: () => Promise<void> };

function ActionButton({ label, about, icon, run }: ActionProps) {
  const [busy, setBusy] = useState(false);
  const showFailure = useShowFailure();
  async function act() {
    setBusy(true);
    await run().catch(showFailure);
    setBusy(false);
  }
  return (
    <Button size="small" icon={icon} loading={busy} aria-label={`${about} ${label}`} onClick={() => void act()}>
      {label}
    </Button>
  );
}

export function DocumentActions({ address }: { address: PapersAddress }) {
  const { path, query = {}, name, sheet } = address;
  return (
    <span className="sw-actions">
      <ActionButton label="打开" about={name} run={() => openPage(path, { ...query, format: 'html' })} />
      <ActionButton
        label="Word"
        about={name}
        icon={<FileWordOutlined />}
        run={() => download(path, { ...query, format: 'docx' }, `${name}.docx`)}
      />
      {sheet ? (
        <ActionButton
          label="Excel"
          about={name}
          icon={<FileExcelOutlined />}
          run={() => download(path, { ...query, format: 'xlsx' }, `${name}.xlsx`)}
        />
      ) : null}
      <ActionButton
        label="PDF"
        about={name}
        icon={<FilePdfOutlined />}
        run={() => download(path, { ...query, format: 'pdf' }, `${name}.pdf`)}
      />
      <ActionButton
        label="打印"
        about={name}
        icon={<PrinterOutlined />}
        run={() => printPage(path, { ...query, format: 'html' })}
      />
    </span>
  );
}
