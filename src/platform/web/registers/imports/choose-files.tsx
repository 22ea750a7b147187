// The files of an import, and which register each of them is of: told from its columns sheet by sheet, else from its name, else chosen.

import { Select } from 'antd';
import { useRef, useState } from 'react';
import { FileDrop } from '../../file-jobs/file-drop.tsx';
import type { UploadedFile } from '../../form/files/uploads.ts';
import { useMenu } from '../../frame/menu-context.tsx';
import { formatBytes } from '../../numbers.ts';
import { useHasRole, useRegisters } from '../registers.tsx';
import { guessRegister } from './guess-register.ts';

type ChosenFile = { fileId: string; registers: string[] };
type ChooseFilesProps = { onChange: (files: ChosenFile[]) => void };

export function ChooseFiles({ onChange }: ChooseFilesProps) {
  const { pages } = useMenu();
  const hasRole = useHasRole();
  const { catalogue, client } = useRegisters();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const [said, setSaid] = useState<Record<string, string[]>>({});
  const registers = catalogue.registers.filter(({ roles }) => hasRole(roles.import));
  const areaOf = (code: string) => pages.find(({ path }) => path === `/registers/${code}`)?.area ?? '其他';
  const options = [...Map.groupBy(registers, ({ code }) => areaOf(code))].map(([label, own]) => ({
    label,
    options: own.map(({ code, title }) => ({ value: code, label: title })),
  }));

  const [asking, setAsking] = useState<ReadonlySet<string>>(new Set());
  const now = useRef({ files, said });

  function tell(next: { files: UploadedFile[]; said: Record<string, string[]> }) {
    now.current = next;
    setFiles(next.files);
    setSaid(next.said);
    onChange(next.files.map(({ fileId }) => ({ fileId, registers: next.said[fileId] ?? [] })));
  }

  /** What somebody chose meanwhile stays. A file that is not recognised, or a server that does not answer, leaves it to its name. */
  async function ask({ fileId, name }: UploadedFile) {
    setAsking((before) => new Set([...before, fileId]));
    const found = await client.imports.recognise({ fileId }).catch(() => []);
    const guessed = guessRegister(name, registers);
    const codes = found.length > 0 ? [...new Set(found.map(({ register }) => register))] : guessed ? [guessed] : [];
    const { files, said } = now.current;
    if (!said[fileId]) tell({ files, said: { ...said, [fileId]: codes } });
    setAsking((before) => new Set([...before].filter((one) => one !== fileId)));
  }

  function change(next: UploadedFile[]) {
    const known = new Set(now.current.files.map(({ fileId }) => fileId));
    tell({ files: next, said: now.current.said });
    for (const file of next) if (!known.has(file.fileId)) void ask(file);
  }

  return (
    <>
      <FileDrop
        accept={['.csv', '.xlsx']}
        hint="CSV 或 XLSX，几个文件可以一起选。按表头识别是哪些台账，识别不出的请自己选；填报模板在各台账页面下载。"
        onChange={change}
      />
      {files.length > 0 ? (
        <table className="sw-plain-table sw-register-files">
          <thead>
            <tr>
              <th scope="col">文件</th>
              <th scope="col">台账</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.fileId}>
                <th scope="row">
                  {file.name} <span className="sw-quiet">{formatBytes(file.byteSize)}</span>
                </th>
                <td>
                  <Select
                    aria-label={`${file.name} 的台账`}
                    className="sw-wide"
                    mode="multiple"
                    loading={asking.has(file.fileId)}
                    placeholder={asking.has(file.fileId) ? '正在识别' : '没有识别出来，请选择台账'}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={options}
                    value={said[file.fileId] ?? []}
                    onChange={(codes: string[]) => tell({ files, said: { ...said, [file.fileId]: codes } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
