import 'server-only';
import type { DebateView } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { type ExportedMap, exportMap } from '../../domain/formats/export-map';
import type { FormatName } from '../../domain/formats/format-names';
import { mapOfDebate, unsettledCitations } from '../../domain/formats/map-of-debate';
import { mapProblems } from '../../domain/formats/sound-map';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { debateView, sourceViews } from './queries';

/**
 * A debate's published map, as this reader may see it, in a format of their choice. A map that the format cannot hold, such
 * as one too deep for an outline, is `export-refused`, with the reason in `current`.
 * @param isPretty Argdown for people instead of Argdown that keeps everything
 */
export async function exportedDebate(
  actor: Actor,
  slug: string,
  { format, isPretty, now }: { format: FormatName; isPretty: boolean; now: Date },
): Promise<Result<ExportedMap, Failure>> {
  const [first, sources] = await Promise.all([debateView(actor, slug), sourceViews(actor, slug)]);
  if (!first || !sources) return err(failure('not-found'));
  const others = await Promise.all(
    first.motions
      .filter(({ code }) => code !== first.motion.code)
      .map(({ code }) => debateView(actor, slug, code)),
  );
  const parts = others.filter((part): part is DebateView => part !== null);
  const map = mapOfDebate([first, ...parts], sources);
  const [problem] = mapProblems(map);
  if (problem) throw new Error(`A debate gave an unsound map: ${problem.code}`);
  const written = exportMap(map, format, {
    writtenAt: now.toISOString().slice(0, 19),
    pretty: isPretty,
    unsettled: unsettledCitations([first, ...parts]),
  });
  return written.ok
    ? ok(written.value)
    : err(failure('export-refused', { field: 'format', current: written.error }));
}
