import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useShowFailure } from '../confirm.ts';
import { download } from '../downloads.ts';
import { useMay } from '../viewer.tsx';

type DownloadButtonProps = { operation: string; path: string; fallbackName: string; label: string };

/** Saves a file the server makes; absent for accounts that may not have it. */
export function DownloadButton({ operation, path, fallbackName, label }: DownloadButtonProps) {
  const may = useMay(operation);
  const showFailure = useShowFailure();
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    await download(path, {}, fallbackName).catch(showFailure);
    setBusy(false);
  }

  if (!may) return null;
  return (
    <Button icon={<DownloadOutlined />} loading={busy} onClick={() => void run()}>
      {label}
    </Button>
  );
}
