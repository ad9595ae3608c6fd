'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { DraftLine } from '@/components/draft/draft-line';
import { useDraft } from '@/lib/client/drafts';
import type { ReadDocument } from '@/lib/domain/source/document/document';
import type { Loss } from '@/lib/domain/source/document/losses';
import { markedText } from '@/lib/domain/source/marked-text';
import type { AddedVersion, SourceVersionView } from '@/lib/domain/source/view';
import { DocumentChooser } from './document-chooser';
import { NO_VERSION } from './source-draft';
import { TextEditor } from './text-editor';
import { useDraftParts } from './use-draft-parts';
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
  // What was written against another version is offered: its text may lack what that one has.
  const draft = useDraft(`source-version:${current.source.id}`, NO_VERSION, current.version.number);
  const { pasted, text: marked, losses, isOriginal, note, hasLooked } = draft.value;
  const { source } = current;
  const facts = {
    title: draft.value.title ?? (isOriginal ? draft.value.foundTitle : null) ?? source.title,
    attribution: draft.value.attribution ?? source.attribution,
    url: draft.value.url ?? source.url ?? '',
  };
  const set = useDraftParts(draft);
  const [saved, setSaved] = useState<AddedVersion | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useWarnBeforeLeaving(marked !== null && marked !== before && saved === null && draft.state !== 'kept');

  const begin = (text: string, found: Loss[] | null) => {
    set({ text, losses: found });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const take = (document: ReadDocument) => {
    begin(markedText(document.text, document.paragraphs), document.losses);
    set({ foundTitle: document.title, hasLooked: false });
  };

  if (saved) return <VersionSaved slug={slug} saved={saved} />;
  return (
    <div className="grid gap-10">
      <noscript>
        <p className="rounded border border-control px-3.5 py-3">{t('noScript')}</p>
      </noscript>
      <DraftLine draft={draft} />
      <DocumentChooser
        pasted={pasted}
        onPaste={(next) => set({ pasted: next })}
        hasText={marked !== null}
        onRead={take}
        onKeep={() => begin(before, null)}
      />
      {marked === null ? null : (
        <>
          <TextEditor
            marked={marked}
            onChange={(text) => set({ text })}
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
            isOriginal={isOriginal && !hasOriginal}
            note={note}
            facts={facts}
            hasLooked={hasLooked}
            onChange={set}
            onSaved={(added) => {
              setSaved(added);
              void draft.clear();
            }}
          />
        </>
      )}
    </div>
  );
}
