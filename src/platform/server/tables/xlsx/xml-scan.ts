// XML as spreadsheets write it, piece by piece: tags and text, no tree. Names come without their namespace's prefix; entities
// of a document type are refused, as spreadsheets do.

import { DamagedArchive } from './zip-directory.ts';

export type XmlHandler = {
  /** `attributes`: the text between the tag's name and its end, for `attribute`. */
  onOpen(name: string, attributes: string): void;
  onClose(name: string): void;
};

const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const EXCLAMATION = 33;
const QUESTION = 63;
const LONGEST_TAG = 1 << 20;

export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';
  #text: string[] | undefined;

  constructor(handlerOf: (scanner: XmlScanner) => XmlHandler) {
    this.#handler = handlerOf(this);
  }

  /** Text from here on is kept, until `takeText`. */
  keepText(): void {
    this.#text = [];
  }

  takeText(): string {
    const text = this.#text?.join('') ?? '';
    this.#text = undefined;
    return text;
  }

  feed(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) {
        this.#keep(text, at, text.length);
        this.#rest = '';
        return;
      }
      if (open > at) this.#keep(text, at, open);
      const next = this.#markup(text, open);
      if (next < 0) {
        this.#rest = text.slice(open);
        if (this.#rest.length > LONGEST_TAG) throw new DamagedArchive('a tag without end');
        return;
      }
      at = next;
    }
  }

  #keep(text: string, from: number, to: number): void {
    if (this.#text && to > from) this.#text.push(text.slice(from, to));
  }

  /** The place after the markup at `open`; -1 where it is not there whole. */
  #markup(text: string, open: number): number {
    const code = text.charCodeAt(open + 1);
    if (code === EXCLAMATION) return this.#declaration(text, open);
    if (code === QUESTION) return after(text, '?>', open);
    const close = endOfTag(text, open);
    if (close < 0) return -1;
    if (code === SLASH) {
      this.#handler.onClose(localName(text, open + 2, close));
      return close + 1;
    }
    const isEmpty = text.charCodeAt(close - 1) === SLASH;
    const end = isEmpty ? close - 1 : close;
    const nameEnd = endOfName(text, open + 1, end);
    const name = localName(text, open + 1, nameEnd);
    this.#handler.onOpen(name, text.slice(nameEnd, end));
    if (isEmpty) this.#handler.onClose(name);
    return close + 1;
  }

  #declaration(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) {
      const next = after(text, ']]>', open + 9);
      // Kept as if it had been written with entities, which are read when the text is taken.
      if (next > 0) this.#text?.push(text.slice(open + 9, next - 3).replaceAll('&', '&amp;'));
      return next;
    }
    if (text.length - open < 9) return -1;
    throw new DamagedArchive('a document type');
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** `>` may stand in an attribute. */
function endOfTag(text: string, open: number): number {
  let close = text.indexOf('>', open);
  let quote = 0;
  for (let at = open; close >= 0; close = text.indexOf('>', close + 1)) {
    for (; at < close; at++) {
      const code = text.charCodeAt(at);
      if (quote === 0 ? code === DOUBLE || code === SINGLE : code === quote) quote = quote === 0 ? code : 0;
    }
    if (quote === 0) return close;
  }
  return -1;
}

function endOfName(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > 32) at++;
  return at;
}

function localName(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) start = at + 1;
    else if (code <= 32) {
      end = at;
      break;
    }
  }
  return text.slice(start, end);
}

/** Names as they are written, and where the values lie; for the many attributes of cells, whose values hold no entities. */
export function eachAttribute(attributes: string, visit: (name: string, from: number, to: number) => void): void {
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return;
    let from = equals + 1;
    while (attributes.charCodeAt(from) <= 32) from++;
    const end = attributes.indexOf(attributes.charAt(from), from + 1);
    if (end < 0) return;
    visit(attributes.slice(at, equals).trim(), from + 1, end);
    at = end + 1;
  }
}

/** The value of an attribute, by its name without prefix; undefined where there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const found = pattern.exec(attributes);
  return found ? xmlText(found[1] ?? found[2] ?? '') : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities read. */
export function xmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export function cellString(text: string): string {
  const read = xmlText(text);
  return read.includes('_x')
    ? read.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : read;
}

/** A decoder for a part that begins with these bytes: UTF-8 unless they say otherwise. */
export function decoderFor(first: Uint8Array): InstanceType<typeof TextDecoder> {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  const start = Buffer.from(first.subarray(0, 120)).toString('latin1');
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16/i.test(named) ? 'utf-8' : named);
  } catch {
    return new TextDecoder('utf-8');
  }
}
