// `COPY … TO STDOUT` as a readable. PostgreSQL sends every row as a message of its own; the driver takes them apart one by
// one, which costs more than the database's half of the work. Here the rows of a chunk are pushed together at once.

import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';

const COPY_DATA = 100;
const HEADER = 5;

/** What this file asks of the driver's stream beside its types (pg-copy-streams 7.0.0). */
type Inside = CopyToStreamQuery & {
  _state: number;
  _buffer: { size: number };
  _parse(chunk: Buffer): boolean | undefined;
};

/** Moves the rows of whole messages together at the chunk's beginning; the rest of the chunk begins at `from`. */
function joinRows(chunk: Buffer): { length: number; from: number } {
  let length = 0;
  let from = 0;
  while (from + HEADER <= chunk.length && chunk[from] === COPY_DATA) {
    const end = from + 1 + chunk.readUInt32BE(from + 1);
    if (end > chunk.length) break;
    for (let i = from + HEADER; i < end; i++) chunk[length++] = chunk[i] as number;
    from = end;
  }
  return { length, from };
}

export function copyOutOf(statement: string): CopyToStreamQuery {
  const stream = copyTo(statement) as Inside;
  const parse = stream._parse.bind(stream);
  stream._parse = (chunk) => {
    const betweenMessages = stream._state === 0 && stream._buffer.size === 0;
    if (!betweenMessages || chunk[0] !== COPY_DATA) return parse(chunk);
    const { length, from } = joinRows(chunk);
    const wantsMore = length === 0 || stream.push(chunk.subarray(0, length));
    if (from === chunk.length) return wantsMore;
    return parse(chunk.subarray(from)) && wantsMore;
  };
  return stream;
}
