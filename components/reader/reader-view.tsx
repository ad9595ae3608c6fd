'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { usePageKeys } from '@/components/debate/use-page-keys';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { UndoLine } from '@/components/edit/late-undo-line';
import { latePart } from '@/components/ui/late-part';
import { Switch } from '@/components/ui/switch';
import { useDebate } from '@/lib/client/contributions';
import { countNotes } from '@/lib/client/threads';
import type { AnnotationThread } from '@/lib/domain/annotation/view';
import { withoutClosed } from '@/lib/domain/debate/closed';
import type { DebateView, SourceView } from '@/lib/domain/debate/view';
import { ReaderSource } from './reader-source';
import { countUncited, type ReaderChoice, sentenceKeyOf } from './reading';

const ReaderKeysDialog = dynamic(
  latePart(() => import('./reader-keys-dialog').then((module) => module.ReaderKeysDialog)),
  { ssr: false },
);

export interface SourceWithNotes {
  source: SourceView;
  threads: AnnotationThread[];
}

/** The texts that a debate rests on, with its claims and notes in the margin. */
export function ReaderView({ debate: server, sources }: { debate: DebateView; sources: SourceWithNotes[] }) {
  const t = useTranslations('text');
  const whole = useDebate(server);
  const [selection, select] = useViewSelection();
  const { showsClosed, claim: selectedCode } = selection;
  const debate = useMemo(
    () => withoutClosed(whole, { showsClosed, selectedCode }),
    [whole, showsClosed, selectedCode],
  );
  const [choice, setChoice] = useState<ReaderChoice>({
    showsA: true,
    showsB: true,
    showsUncited: true,
    showsNotes: true,
    showsCoverage: false,
  });
  const [showsKeys, setShowsKeys] = useState(false);
  const router = useRouter();
  usePageKeys({
    onSearch: () => router.push(`/debates/${encodeURIComponent(debate.slug)}/search`),
    onShowKeys: () => setShowsKeys(true),
  });
  const set = (part: Partial<ReaderChoice>) => setChoice((old) => ({ ...old, ...part }));

  const selected = debate.claims.find(({ code }) => code === selection.claim) ?? null;
  const isAsked = ({ source }: SourceWithNotes): boolean =>
    selection.source === source.key ||
    (selection.passage !== null && sentenceKeyOf(source, selection.passage) !== null) ||
    selected?.citations[0]?.sourceKey === source.key;
  // The first text is the one the debate begins with; the others belong to the layer beyond it.
  const [main, ...beyond] = sources;
  const isBeyondOn = selection.isBeyondOn || beyond.some(isAsked);
  const shown = [...(main ? [main] : []), ...(isBeyondOn ? beyond : [])];
  const claims = useMemo(
    () => debate.claims.filter(({ layer }) => isBeyondOn || layer === 'article'),
    [debate.claims, isBeyondOn],
  );
  const uncitedCount = shown.reduce((sum, { source }) => sum + countUncited(source, debate.claims), 0);
  const noteCount = shown.reduce((sum, { threads }) => sum + countNotes(threads), 0);

  if (!main) return <p className="reader-none">{t('noSource')}</p>;
  const tools = (
    <>
      {debate.isOpen && debate.claims.length === 0 ? (
        <p className="reader-hint no-print">{t('noClaims')}</p>
      ) : null}
      <search className="reader-tools" aria-label={t('tools.label')}>
        <span className="reader-tools-title">{t('tools.show')}</span>
        {debate.sides.map(({ role, name }) => (
          <Switch
            key={role}
            label={name}
            checked={role === 'a' ? choice.showsA : choice.showsB}
            onChange={({ target }) =>
              set(role === 'a' ? { showsA: target.checked } : { showsB: target.checked })
            }
          />
        ))}
        <Switch
          label={t('tools.uncited', { count: uncitedCount })}
          checked={choice.showsUncited}
          onChange={({ target }) => set({ showsUncited: target.checked })}
        />
        <Switch
          label={t('tools.notes', { count: noteCount })}
          checked={choice.showsNotes}
          onChange={({ target }) => set({ showsNotes: target.checked })}
        />
        <Switch
          label={t('tools.coverage')}
          checked={choice.showsCoverage}
          onChange={({ target }) => set({ showsCoverage: target.checked })}
        />
        {beyond.length > 0 && (
          <Switch
            label={t('tools.beyond')}
            checked={isBeyondOn}
            onChange={({ target }) =>
              select(
                target.checked
                  ? { isBeyondOn: true }
                  : {
                      isBeyondOn: false,
                      passage: null,
                      source: null,
                      claim: selected?.layer === 'beyond' ? null : selection.claim,
                    },
              )
            }
          />
        )}
      </search>
    </>
  );
  return (
    <div className="reader">
      {shown.map(({ source, threads }, index) => (
        <ReaderSource
          key={source.id}
          debate={debate}
          source={source}
          claims={claims}
          threads={threads}
          choice={choice}
          selected={selected}
          passage={selection.passage}
          isAsked={selection.source === source.key && selection.passage === null}
          onSelect={select}
          isMain={index === 0}
          tools={index === 0 ? tools : null}
        />
      ))}
      <UndoLine hasKey={false} />
      {showsKeys && <ReaderKeysDialog onClose={() => setShowsKeys(false)} />}
    </div>
  );
}
