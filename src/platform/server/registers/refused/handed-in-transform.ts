// A transform worker's half of keeping refused rows: records of a file in, those of the lines asked for out, sealed as they came.

import { type Keys, Sealer } from '../../keys.ts';
import { BinaryRows } from '../../tables/bytes/pg-binary.ts';
import { eachRecord, type TransformOutput } from '../../tables/each-record.ts';
import type { TableChunk } from '../../tables/table-source.ts';
import { ORDER_OF_FILE } from '../register-transform.ts';

export type HandedInTransformInit = { fileNo: number; lines: ReadonlySet<number>; keys: Keys };

export function createTransform({
  fileNo,
  lines,
  keys,
}: HandedInTransformInit): (chunk: TableChunk) => TransformOutput {
  const out = new BinaryRows();
  const sealer = new Sealer(keys);
  return (chunk) => {
    eachRecord(chunk, (cells, line) => {
      if (!lines.has(line)) return;
      out.row(2);
      out.int8(fileNo * ORDER_OF_FILE + line);
      out.bytes(sealer.seal(JSON.stringify(cells.texts())));
    });
    return { streams: { rows: out.take() }, counts: {} };
  };
}
