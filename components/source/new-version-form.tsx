'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { ReadDocument } from '@/lib/domain/source/document/document';
import type { Loss } from '@/lib/domain/source/document/losses';
import { markedText } from '@/lib/domain/source/marked-text';
import type { AddedVersion, SourceVersionView } from '@/lib/domain/source/view';
import { DocumentChooser } from './document-chooser';
import { TextEditor } from './text-editor';
import { useWarnBeforeLeaving } from './use-warn-before-leaving';
import { VersionComparison } from './version-comparison';
import { VersionSaved } from './version-saved';

/** Gives a source a new text: read or mended, compared with the one so far, and saved when its effects are known. */
export function NewVersionForm({
  slug,
  current,
  hasOriginal,
}: {
  slug: string;
  /** The newest version, with its text. */
  current: SourceVersionView;
  /** One of the versions is the original already; the text is no digest of it any more. */
  hasOriginal: boolean;
}) {
  const t = useTranslations('sources');
  const before = useMemo(() => markedText(current.version.text, current.passages), [current]);
  const [losses, setLosses] = useState<Loss[] | null>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const [saved, setSaved] = useState<AddedVersion | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useWarnBeforeLeaving(marked !== null && marked !== before && saved === null);

  const begin = (text: string, found: Loss[] | null) => {
    setMarked(text);
    setLosses(found);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const take = (document: ReadDocument) =>
    begin(markedText(document.text, document.paragraphs), document.losses);

  if (saved) return <VersionSaved slug={slug} saved={saved} />;
  return (
    <div className="grid gap-10">
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
      </noscript>
      <DocumentChooser hasText={marked !== null} onRead={take} onKeep={() => begin(before, null)} />
      {marked === null ? null : (
        <>
          <TextEditor
            marked={marked}
            onChange={setMarked}
            losses={losses}
            language={current.source.language}
            headingRef={heading}
          />
          <VersionComparison
            slug={slug}
            current={current}
            before={before}
            marked={marked}
            hasOriginal={hasOriginal}
            onSaved={setSaved}
          />
        </>
      )}
    </div>
  );
}
