import 'server-only';
import type { DebateView } from '../../domain/debate/view';
import { type ExportedMap, exportMap } from '../../domain/formats/export-map';
import type { FormatName } from '../../domain/formats/format-names';
import { mapOfDebate } from '../../domain/formats/map-of-debate';
import type { Actor } from '../../policy/actor';
import { debateView, sourceViews } from './queries';

/**
 * A debate's published map, as this reader may see it, in a format of their choice; null when there is no such debate.
 * @param isPretty Argdown for people instead of Argdown that keeps everything
 */
export async function exportedDebate(
  actor: Actor,
  slug: string,
  { format, isPretty, now }: { format: FormatName; isPretty: boolean; now: Date },
): Promise<ExportedMap | null> {
  const [first, sources] = await Promise.all([debateView(actor, slug), sourceViews(actor, slug)]);
  if (!first || !sources) return null;
  const others = await Promise.all(
    first.motions
      .filter(({ code }) => code !== first.motion.code)
      .map(({ code }) => debateView(actor, slug, code)),
  );
  const parts = others.filter((part): part is DebateView => part !== null);
  const written = exportMap(mapOfDebate([first, ...parts], sources), format, {
    writtenAt: now.toISOString().slice(0, 19),
    pretty: isPretty,
  });
  if (!written.ok) throw new Error(`A debate cannot be written as ${format}: ${written.error.code}`);
  return written.value;
}
