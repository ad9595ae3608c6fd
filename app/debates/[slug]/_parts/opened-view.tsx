import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type DebateViewName, viewHref, withSelection } from '@/components/debate/view-address';
import type { DebateView } from '@/lib/domain/debate/view';
import { readerDebate } from '../../../_parts/chrome';

export interface ViewProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a view of a debate was asked to show. */
export interface OpenedView {
  debate: DebateView;
  /** Code of the selected claim or motion, as the debate writes it. */
  claim: string | null;
  isBeyondOn: boolean;
  /** A code in the address that no claim of the debate has. */
  unknownClaim: string | null;
}

/**
 * Reads the debate and the selection of a view's address. A code in other letters (`d1d`) leads to the address with the
 * right ones, so that a link typed by hand works and every address of a claim is the same.
 */
export async function openedView(
  view: DebateViewName,
  { params, searchParams }: ViewProps,
): Promise<OpenedView> {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const motion = typeof query.motion === 'string' && query.motion !== '' ? query.motion : undefined;
  const asked = typeof query.claim === 'string' && query.claim !== '' ? query.claim : null;
  const debate = await readerDebate(
    slug,
    motion,
    asked?.slice(0, 40),
    view === 'text' ? 'citations' : 'levels',
  );
  if (!debate) notFound();
  const codes = [debate.motion, ...debate.claims].map(({ code }) => code);
  const claim = codes.find((code) => code.toLowerCase() === asked?.toLowerCase()) ?? null;
  if (asked !== null && claim !== null && claim !== asked) {
    const rest = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    redirect(viewHref(slug, view) + withSelection(rest.toString(), { claim }));
  }
  return {
    debate,
    claim,
    isBeyondOn: query.layer === 'beyond',
    unknownClaim: claim === null ? asked : null,
  };
}

/** Says that the address names a claim which is not there, instead of showing another one without a word. */
export async function UnknownClaim({
  opened: { debate, unknownClaim },
  view,
}: {
  opened: OpenedView;
  view: DebateViewName;
}) {
  if (unknownClaim === null) return null;
  const t = await getTranslations('shell.unknownClaim');
  return (
    <p role="status" className="no-print border-b border-hairline bg-wash px-5 py-2 text-caption">
      {t('text', { code: unknownClaim.slice(0, 40) })}{' '}
      <Link href={viewHref(debate.slug, view)}>{t('whole')}</Link>
    </p>
  );
}
