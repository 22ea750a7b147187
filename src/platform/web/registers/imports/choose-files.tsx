// The files of an import, and which register each of them is of: told from its name, else chosen.

import { Select } from 'antd';
import { useState } from 'react';
import { FileDrop } from '../../file-jobs/file-drop.tsx';
import type { UploadedFile } from '../../form/files/uploads.ts';
import { useMenu } from '../../frame/menu-context.tsx';
import { formatBytes } from '../../numbers.ts';
import { useHasRole, useRegisters } from '../registers.tsx';
import { guessRegister } from './guess-register.ts';

type ChosenFile = { fileId: string; registers: string[] };
type ChooseFilesProps = { onChange: (files: ChosenFile[]) => void };

export function ChooseFiles({ onChange }: ChooseFilesProps) {
  const { catalogue } = useRegisters();
  const { pages } = useMenu();
  const hasRole = useHasRole();
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const [said, setSaid] = useState<Record<string, string[]>>({});
  const registers = catalogue.registers.filter(({ roles }) => hasRole(roles.import));
  const areaOf = (code: string) => pages.find(({ path }) => path === `/registers/${code}`)?.area ?? '其他';
  const options = [...Map.groupBy(registers, ({ code }) => areaOf(code))].map(([label, own]) => ({
    label,
    options: own.map(({ code, title }) => ({ value: code, label: title })),
  }));

  function registersOf({ fileId, name }: UploadedFile, words = said): string[] {
    const guessed = guessRegister(name, registers);
    return words[fileId] ?? (guessed ? [guessed] : []);
  }

  function tell(next: UploadedFile[], words: Record<string, string[]>) {
    setFiles(next);
    setSaid(words);
    onChange(next.map((file) => ({ fileId: file.fileId, registers: registersOf(file, words) })));
  }

  return (
    <>
      <FileDrop
        accept={['.csv', '.xlsx']}
        hint="CSV 或 XLSX。各台账的填报模板在该台账页面下载；一个工作簿有几个台账的工作表时，全部选上。"
        onChange={(next) => tell(next, said)}
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
                    placeholder="请选择台账"
                    showSearch={{ optionFilterProp: 'label' }}
                    options={options}
                    value={registersOf(file)}
                    onChange={(codes: string[]) => tell(files, { ...said, [file.fileId]: codes })}
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
