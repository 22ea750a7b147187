// What was heard of the household, in the words it was heard in, with the photos of a declaration: before anything that was
// found later.

import { Link } from '@tanstack/react-router';
import { Image } from 'antd';
import { cluePath } from '../../../clues/domain/addresses.ts';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import type { CaseDetail } from '../types.ts';

export function CluesOfCase({ detail: { countyCode, clues } }: { detail: CaseDetail }) {
  if (clues.length === 0) return null;
  return (
    <section className="sw-clues" aria-label="线索原文">
      {clues.map(({ id, channel, receivedOn, by, text, files }) => (
        <blockquote key={id}>
          <p>{text}</p>
          <footer className="sw-quiet">
            {CHANNEL_NAMES[channel]} {receivedOn} {by || '农户自主申报'}{' '}
            <Link to={cluePath({ countyCode, id })}>查看线索</Link>
          </footer>
          {files.length > 0 ? (
            <div className="sw-photos">
              <Image.PreviewGroup>
                {files.map((file, i) => (
                  <Image
                    key={file.id}
                    alt={`申报照片 ${i + 1}`}
                    height={96}
                    src={`/api/clues/${countyCode}/${id}/files/${file.id}`}
                  />
                ))}
              </Image.PreviewGroup>
            </div>
          ) : null}
        </blockquote>
      ))}
    </section>
  );
}
