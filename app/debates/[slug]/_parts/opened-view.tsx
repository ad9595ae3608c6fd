import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import {
  type DebateViewName,
  type ViewSelection,
  viewHref,
  withSelection,
} from '@/components/debate/view-address';
import type { DebateView } from '@/lib/domain/debate/view';
import { claimPlace } from '@/lib/server/debate/claim-place';
import { currentActor } from '@/lib/server/session';
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
  /** Archived and declined claims and lines are shown to whoever may see them. */
  showsClosed: boolean;
  /** A code in the address that no claim of the debate has. */
  unknownClaim: string | null;
  /** Code of a merged or split claim that a link named; the selected claim took its place. */
  cameFrom: string | null;
}

/**
 * Reads the debate and the selection of a view's address. A code in other letters (`d1d`) leads to the address with the
 * right ones, so that a link typed by hand works and every address of a claim is the same; so does a claim of another
 * motion, or one that was merged or split, to where it is now.
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
  const goTo = (change: Partial<ViewSelection>): never => {
    const rest = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    redirect(viewHref(slug, view) + withSelection(rest.toString(), change));
  };
  if (asked !== null && claim !== null && claim !== asked) goTo({ claim });
  if (asked !== null && claim === null) {
    const place = await claimPlace(await currentActor(), slug, asked.slice(0, 40));
    const isElsewhere = place !== null && (place.code !== asked || place.motionCode !== debate.motion.code);
    if (isElsewhere) {
      goTo({ claim: place.code, motion: place.motionCode ?? debate.motion.code, cameFrom: place.cameFrom });
    }
  }
  return {
    debate,
    claim,
    isBeyondOn: query.layer === 'beyond',
    showsClosed: query.archived === 'shown',
    unknownClaim: claim === null ? asked : null,
    cameFrom: claim !== null && typeof query.was === 'string' ? query.was : null,
  };
}

/** Says that the address names a claim which is not there (any more), instead of showing another one without a word. */
export async function UnknownClaim({
  opened: { debate, claim, unknownClaim, cameFrom },
  view,
}: {
  opened: OpenedView;
  view: DebateViewName;
}) {
  if (unknownClaim === null && (cameFrom === null || claim === null)) return null;
  const t = await getTranslations('shell.unknownClaim');
  if (unknownClaim === null) {
    // Only what the debate itself tells of the past is said, whatever the address says.
    const successors = debate.successors[cameFrom ?? ''] ?? [];
    if (successors.length === 0) return null;
    return (
      <p role="status" className="no-print border-b border-hairline bg-wash px-5 py-2 text-caption">
        {successors.length === 1
          ? t('merged', { from: cameFrom ?? '', to: claim ?? '' })
          : t('split', { from: cameFrom ?? '', codes: successors.join(', '), to: claim ?? '' })}
      </p>
    );
  }
  return (
    <p role="status" className="no-print border-b border-hairline bg-wash px-5 py-2 text-caption">
      {t('text', { code: unknownClaim.slice(0, 40) })}{' '}
      <Link href={viewHref(debate.slug, view)}>{t('whole')}</Link>
    </p>
  );
}
