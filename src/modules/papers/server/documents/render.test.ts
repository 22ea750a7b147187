// The files hold what the model holds, and no number that the model hides: opened again and read.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentCase, secretsIn, WORDS_OF_SECRETS } from '../../../../../test/document-case.ts';
import { TINY_PNG } from '../../../../../test/tiny-png.ts';
import { fileIdsOf, textsOf } from '../../../../kernel/papers/model.ts';
import type { Picture } from '../../../../platform/server/papers/pictures.ts';
import { renderDocx } from '../../../../platform/server/papers/render-docx.ts';
import { renderHtml } from '../../../../platform/server/papers/render-html.ts';
import { buildDocuments, DOCUMENT_KEYS, type DocumentKey } from '../../domain/documents/catalogue.ts';

const OPTIONS = { title: '文书', pageNumbers: true };

function picturesFor(ids: string[]): Map<string, Picture> {
  return new Map(ids.map((id) => [id, { bytes: TINY_PNG, type: 'image/png', width: 1, height: 1, orientation: 1 }]));
}

function entities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function htmlText(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/base64,[^"]*/g, '');
  return entities(body.replace(/<\/?span[^>]*>/g, '').replace(/<[^>]+>/g, '\n'));
}

type Zip = Record<string, Uint8Array>;

function xmlOf(zip: Zip): string {
  return Object.entries(zip)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

function wordText(zip: Zip): string {
  const xml = strFromU8(zip['word/document.xml'] ?? new Uint8Array());
  return entities(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:p[ >]/g)].map(([, text = '\n']) => text).join(''),
  );
}

/** The texts stand one after another, with others between them at most. */
function expectInOrder(whole: string, texts: string[]): void {
  const squeezed = whole.replace(/\s/g, '');
  let at = 0;
  for (const text of texts.map((each) => each.replace(/\s/g, ''))) {
    const found = squeezed.indexOf(text, at);
    expect(found, `“${text}” after “${squeezed.slice(Math.max(0, at - 20), at)}”`).toBeGreaterThanOrEqual(at);
    at = found + text.length;
  }
}

const viewOf = (key: DocumentKey, clean: boolean) => documentCase({ clean, refused: key === 'rejection' });

describe.each(DOCUMENT_KEYS)('%s', (key) => {
  test('Word and HTML say what the model says', async () => {
    const documents = buildDocuments(key, viewOf(key, true));
    const pictures = picturesFor(documents.flatMap(fileIdsOf));
    const zip = unzipSync(await renderDocx(documents, pictures, OPTIONS));
    const texts = documents.flatMap(textsOf);
    expectInOrder(wordText(zip), texts);
    expectInOrder(htmlText(renderHtml(documents, pictures, OPTIONS)), texts);
    const images = Object.keys(zip).filter((name) => name.startsWith('word/media/'));
    expect(images.length > 0).toBe(documents.flatMap(fileIdsOf).length > 0);
  });

  test('no secret is in any part of the files', async () => {
    const documents = buildDocuments(key, viewOf(key, false));
    const zip = unzipSync(await renderDocx(documents, new Map(), OPTIONS));
    const html = renderHtml(documents, new Map(), OPTIONS);
    for (const text of [xmlOf(zip), wordText(zip), html, htmlText(html)]) {
      expect(secretsIn(text)).toEqual([]);
      const words = WORDS_OF_SECRETS.filter((word) => text.includes(word));
      if (/(notice|announcement)$/.test(key)) expect(words).toEqual([]);
    }
  });
});

test('marks of HTML and XML in a text are shown, not obeyed', async () => {
  const document = { title: '<b>&"', blocks: [{ kind: 'paragraph' as const, text: '<script>alert(1)</script>' }] };
  const html = renderHtml([document], new Map(), OPTIONS);
  expect(html).not.toContain('<script');
  expect(htmlText(html)).toContain('<script>alert(1)</script>');
  const zip = unzipSync(await renderDocx([document], new Map(), OPTIONS));
  expect(wordText(zip)).toContain('<script>alert(1)</script>');
});

test('the page is A4 with the margins of official papers', async () => {
  const zip = unzipSync(await renderDocx(buildDocuments('plan', documentCase()), new Map(), OPTIONS));
  const xml = strFromU8(zip['word/document.xml'] ?? new Uint8Array());
  expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toMatch(/w:w="11905" w:h="16837"/);
  expect(/<w:pgMar [^>]*>/.exec(xml)?.[0]).toMatch(/w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml.includes('w:eastAsia="仿宋_GB2312"')).toBe(true);
});

test.each([
  [1, ''],
  [2, 'flipH="1"'],
  [3, 'rot="10800000"'],
  [4, 'flipH="1" rot="10800000"'],
  [5, 'flipH="1" rot="16200000"'],
  [6, 'rot="5400000"'],
  [7, 'flipH="1" rot="5400000"'],
  [8, 'rot="16200000"'],
] as const)('a photo of orientation %s stands upright in Word', async (orientation, turned) => {
  const photo: Picture = { bytes: TINY_PNG, type: 'image/png', width: 1600, height: 900, orientation };
  const paper = { title: '照片', blocks: [{ kind: 'images' as const, title: '照片', fileIds: ['a'] }] };
  const zip = unzipSync(await renderDocx([paper], new Map([['a', photo]]), OPTIONS));
  const xml = strFromU8(zip['word/document.xml'] ?? new Uint8Array());
  const given = /<a:xfrm([^>]*)>/.exec(xml)?.[1] ?? '';
  const told = [...given.matchAll(/(flipH|flipV|rot)="([^"]*)"/g)].filter(
    ([, , value]) => value !== '0' && value !== 'false',
  );
  expect(
    told
      .map(([, name, value]) => `${name}="${value === 'true' ? '1' : value}"`)
      .sort()
      .join(' '),
  ).toBe(turned);
  // The longer side, as it is seen, has room on the page.
  const [, cx = 0, cy = 0] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.map(Number) ?? [];
  const pixels = [cx, cy].map((emu) => Math.round(emu / 9525));
  const [across = 0, down = 0] = orientation > 4 ? [...pixels].reverse() : pixels;
  expect(across).toBeLessThanOrEqual(570);
  expect(down).toBeLessThanOrEqual(700);
  expect(cx / cy).toBeCloseTo(16 / 9, 1);
});
