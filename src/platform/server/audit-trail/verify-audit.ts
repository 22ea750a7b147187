// Checks an exported audit trail with nothing but the file and the public key: what was changed, left out or moved, in the file or
// before it was made, in the database itself.

import { createHash } from 'node:crypto';
import { SHORTEST_KEPT_DAYS } from './archive-audit.ts';
import {
  type EndLine,
  endLine,
  endText,
  type FileHead,
  headLine,
  type OtherLine,
  otherLine,
  readEntryLine,
  type SealLine,
  type StateLine,
  sealLine,
  stateLine,
} from './audit-file.ts';
import { isSigned, keyId, NO_SEAL, sealText, sha256 } from './seal.ts';
import type { Known, Verdict } from './verdict.ts';

const MOST_FAULTS = 50;
const DAY_MS = 86_400_000;
const OFFICE_OFFSET_MS = 8 * 3_600_000;
/** A seal that comes later than this after its day holds what was written, or slipped in, long afterwards. */
const LATE_DAYS = 3;

type Open = SealLine & { at: number; leaves: ReturnType<typeof createHash>; count: number; lastId: number };
type Parsed = { file?: FileHead; unsealed?: number } & Partial<SealLine & OtherLine & EndLine>;

class Verifier {
  readonly verdict: Verdict = {
    ...{ faults: [], notes: [], file: undefined, seals: 0, entries: 0, archived: 0, unsealed: 0, last: undefined },
    keys: [],
  };
  readonly #known: Known;
  readonly #keys = new Map<string, string>();
  readonly #bytes = createHash('sha256');
  #lines = 0;
  #seal: Open | undefined;
  #chain: { number: number; hash: string } | undefined;
  #hasEnded = false;
  #foundHead = false;
  #late = 0;

  constructor(known: Known) {
    this.#known = known;
    for (const key of known.keys) this.#keys.set(keyId(key), key);
  }

  take(bytes: Buffer): void {
    const text = bytes.toString('utf8').replace(/\n$/, '');
    const at = this.#lines + 1;
    if (this.#hasEnded) this.#fault(at, '文件结尾之后还有内容');
    else if (text.startsWith('{"end":')) this.#end(at, text);
    else {
      this.#bytes.update(bytes);
      this.#line(at, text);
    }
    this.#lines = at;
  }

  finish(): Verdict {
    this.#closeSeal();
    const { verdict } = this;
    if (!this.#hasEnded) this.#fault(this.#lines, '文件没有结尾，后面的内容被截掉了');
    const { head } = this.#known;
    if (head && !this.#foundHead) this.#checkHead(head);
    if (this.#late > 0)
      verdict.notes.push(`有 ${this.#late} 段是隔了 ${LATE_DAYS} 天以上才封存的，其中的日志可能是事后补写的。`);
    if (verdict.archived > 0)
      verdict.notes.push(`有 ${verdict.archived} 段的日志已按留存规则移入归档文件，请与归档文件一并核对。`);
    if (verdict.unsealed > 0) verdict.notes.push(`另有 ${verdict.unsealed} 条日志尚未封存，不在本文件内。`);
    return verdict;
  }

  /** The head that was noted down lies before the file, or after it: then the file alone cannot tell. */
  #checkHead(head: { number: number; hash: string }): void {
    const { last } = this.verdict;
    if (last && head.number > last.number)
      this.#fault(
        this.#lines,
        `封存链只到第 ${last.number} 段，而记下的链头是第 ${head.number} 段：后面的日志被整段删除`,
      );
    else if (last?.number === head.number && last.hash !== head.hash)
      this.#fault(this.#lines, `第 ${head.number} 段与记下的链头不符：封存链被改写`);
    else if (last?.number !== head.number) this.verdict.notes.push(`文件里没有第 ${head.number} 段，链头未能核对。`);
  }

  #line(at: number, text: string): void {
    const parsed = text.startsWith('{') ? this.#parse(at, text) : undefined;
    if (!text.startsWith('{')) this.#entry(at, text);
    else if (!parsed) return;
    else if (parsed.file) this.#head(at, text, parsed.file);
    else if (parsed.seal) this.#openSeal(at, text, parsed as SealLine);
    else if (parsed.other) this.#other(at, text, parsed as OtherLine);
    else if (parsed.unsealed !== undefined) this.#state(at, text, parsed as unknown as StateLine);
    else this.#fault(at, '不是日志文件的行');
  }

  #parse(at: number, text: string): Parsed | undefined {
    try {
      return JSON.parse(text) as Parsed;
    } catch {
      this.#fault(at, '这一行已损坏，读不出来');
      return undefined;
    }
  }

  /** Each line is written one way only. */
  #mustBe(at: number, text: string, written: string): void {
    if (text !== written) this.#fault(at, '这一行的写法被改动过');
  }

  #head(at: number, text: string, head: FileHead): void {
    this.#mustBe(at, text, headLine(head));
    const { keys, ...file } = head;
    this.verdict.file = file;
    if (this.#known.keys.length > 0) return;
    for (const key of Object.values(keys)) this.#keys.set(keyId(key), key);
    this.verdict.notes.push('用的是文件自带的公钥。请把下面的公钥指纹与另行保管的指纹核对。');
  }

  #openSeal(at: number, text: string, line: SealLine): void {
    this.#closeSeal();
    this.#mustBe(at, text, sealLine(line));
    const { seal, signature, archived } = line;
    const body = sealText(seal);
    if (!isSigned(body, signature, this.#keys.get(seal.key)))
      this.#fault(
        at,
        this.#keys.has(seal.key) ? `第 ${seal.number} 段的签名不对` : `第 ${seal.number} 段不是用已知的密钥签的`,
      );
    if (!this.verdict.keys.includes(seal.key)) this.verdict.keys.push(seal.key);
    this.#link(at, { number: seal.number, hash: sha256(body) }, seal.previous);
    const { file } = this.verdict;
    if (file && (seal.area < file.low || seal.area > file.high || seal.day < file.from || seal.day > file.to))
      this.#fault(at, `第 ${seal.number} 段不属于文件所写的区域和日期`);
    if (Date.parse(seal.sealedAt) - Date.parse(seal.day) > (LATE_DAYS + 1) * DAY_MS) this.#late += 1;
    this.verdict.seals += 1;
    if (archived !== undefined) this.#archived(at, line);
    else this.#seal = { ...line, at, leaves: createHash('sha256'), count: 0, lastId: 0 };
  }

  #archived(at: number, { seal }: SealLine): void {
    this.verdict.archived += 1;
    const age = Date.parse(this.verdict.file?.madeAt ?? '') - Date.parse(seal.day);
    if (!(age >= SHORTEST_KEPT_DAYS * DAY_MS)) this.#fault(at, `第 ${seal.number} 段不满六个月就被移走了日志`);
  }

  #other(at: number, text: string, line: OtherLine): void {
    this.#closeSeal();
    this.#mustBe(at, text, otherLine(line));
    this.#link(at, line.other, undefined);
  }

  #link(at: number, { number, hash }: { number: number; hash: string }, previous: string | undefined): void {
    const before = this.#chain ?? (number === 1 ? { number: 0, hash: NO_SEAL } : undefined);
    if (before && number !== before.number + 1)
      this.#fault(at, `第 ${before.number} 段之后是第 ${number} 段：中间的段缺失或次序被调换`);
    else if (before && previous !== undefined && previous !== before.hash)
      this.#fault(at, `第 ${number} 段接不上前一段：前面的日志被改写`);
    this.#chain = { number, hash };
    const { head } = this.#known;
    if (head?.number !== number) return;
    this.#foundHead = true;
    if (head.hash !== hash) this.#fault(at, `第 ${number} 段与记下的链头不符：封存链被改写`);
  }

  #entry(at: number, line: string): void {
    const entry = readEntryLine(line);
    const open = this.#seal;
    if (entry && open) this.#fault(at, this.#judge(open, entry));
    else this.#fault(at, entry ? '这条日志不在任何一段里' : '这一行已损坏，读不出来');
  }

  /** What is wrong with it, in words. */
  #judge(open: Open, { leaf, text }: { leaf: string; text: string | undefined }): string | undefined {
    open.leaves.update(Buffer.from(leaf, 'hex'));
    open.count += 1;
    if (text === undefined) return `第 ${open.seal.number} 段缺少一条日志：封存后被删除`;
    this.verdict.entries += 1;
    return sha256(text) === leaf ? misplaced(open, text) : `${nameOf(text)}的内容与封存时不一致：被改动过`;
  }

  #closeSeal(): void {
    const open = this.#seal;
    this.#seal = undefined;
    if (!open) return;
    const { number, entries, root } = open.seal;
    if (open.count !== entries) this.#fault(open.at, `第 ${number} 段应有 ${entries} 条日志，现有 ${open.count} 条`);
    else if (open.leaves.digest('hex') !== root)
      this.#fault(open.at, `第 ${number} 段的日志与封存时不一致：有的被改动、替换或移动`);
  }

  #state(at: number, text: string, line: StateLine): void {
    this.#closeSeal();
    this.#mustBe(at, text, stateLine(line));
    this.verdict.unsealed = line.unsealed;
    this.verdict.last = line.last;
  }

  #end(at: number, text: string): void {
    this.#closeSeal();
    this.#hasEnded = true;
    const line = this.#parse(at, text) as EndLine | undefined;
    if (!line?.end) return;
    this.#mustBe(at, text, endLine(line));
    if (line.end.lines !== this.#lines) this.#fault(at, `文件应有 ${line.end.lines} 行，现有 ${this.#lines} 行`);
    if (line.end.sha256 !== this.#bytes.digest('hex')) this.#fault(at, '文件在导出后被改动过');
    if (!isSigned(endText(line.end), line.signature, this.#keys.get(line.end.key)))
      this.#fault(at, '文件结尾的签名不对');
    if (!this.verdict.keys.includes(line.end.key)) this.verdict.keys.push(line.end.key);
  }

  #fault(line: number, what: string | undefined): void {
    const { faults } = this.verdict;
    if (what !== undefined && faults.length < MOST_FAULTS) faults.push(`第 ${line} 行：${what}。`);
  }
}

/** A sound entry in a place that is not its own. */
function misplaced(open: Open, text: string): string | undefined {
  const { id, at, regionCode } = JSON.parse(text) as { id: number; at: string; regionCode: number };
  const day = new Date(Date.parse(at) + OFFICE_OFFSET_MS).toISOString().slice(0, 10);
  const before = open.lastId;
  open.lastId = Math.max(before, id);
  if (Math.floor(regionCode / 1_000_000) !== open.seal.area || day !== open.seal.day)
    return `编号 ${id} 的日志不属于第 ${open.seal.number} 段：被移动过`;
  return id <= before ? `编号 ${id} 的日志次序不对：被移动过` : undefined;
}

function nameOf(text: string): string {
  const id = /"id": (\d+)/.exec(text)?.[1];
  return id === undefined ? '这条日志' : `编号 ${id} 的日志`;
}

/** `lines` are those of the file, with their ends. */
export async function verifyAudit(lines: AsyncIterable<Buffer>, known: Known): Promise<Verdict> {
  const verifier = new Verifier(known);
  for await (const line of lines) verifier.take(line);
  return verifier.finish();
}
