import { useTranslations } from 'next-intl';
import type { VersionPreview } from '@/lib/domain/source/view';

const WORDS = 70;
/** Of a longer text those that are least alike are shown: there the guess may be wrong. */
const MOST_SHOWN = 200;
const shortened = (words: string): string =>
  words.length <= WORDS ? words : `${words.slice(0, WORDS).trimEnd()}…`;

/** Which paragraph of the text so far each paragraph of the new one follows; each can be set by hand. */
export function FollowedParagraphs({
  preview,
  previous,
  chosen,
  language,
  onChoose,
}: {
  preview: VersionPreview;
  /** The paragraphs of the version so far. */
  previous: readonly { key: string; label: string; words: string }[];
  /** What was set by hand or guessed, for each paragraph of the new text. */
  chosen: readonly (string | null)[];
  language: string;
  onChoose: (index: number, key: string | null) => void;
}) {
  const t = useTranslations('sources.compare');
  const shown = new Set(
    [...preview.passages.keys()]
      .sort(
        (one, other) => (preview.passages[one]?.similarity ?? 0) - (preview.passages[other]?.similarity ?? 0),
      )
      .slice(0, MOST_SHOWN),
  );
  const taken = new Set(chosen);
  const dropped = previous.filter(({ key }) => !taken.has(key));
  return (
    <section className="grid gap-3" aria-labelledby="version-follow">
      <div className="grid gap-1">
        <h3 id="version-follow" className="font-strong">
          {t('follow')}
        </h3>
        <p className="text-caption text-muted text-pretty">{t('followHint')}</p>
      </div>
      <ol className="grid gap-3">
        {preview.passages.map(({ words, similarity }, index) =>
          shown.has(index) ? (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number here
              key={index}
              className="grid gap-1.5 border-s-2 border-hairline ps-3 lg:grid-cols-2 lg:gap-4"
            >
              <p lang={language} dir="auto" className="font-serif text-ui text-pretty">
                {shortened(words)}
              </p>
              <label className="grid gap-0.5 text-caption">
                <span className="text-muted">
                  {t('follows')}
                  {chosen[index] !== null && chosen[index] === preview.passages[index]?.previousKey
                    ? ` (${Math.round(similarity * 100)} %)`
                    : ''}
                </span>
                <select
                  value={chosen[index] ?? ''}
                  onChange={({ target }) => onChoose(index, target.value === '' ? null : target.value)}
                  className="h-10 w-full rounded border border-control bg-raised px-2 text-ui pointer-coarse:h-11"
                >
                  <option value="">{t('nobody')}</option>
                  {previous.map(({ key, label, words: before }) => (
                    <option key={key} value={key} lang={language}>
                      {t('paragraph', { label, words: shortened(before) })}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ) : null,
        )}
      </ol>
      {dropped.length === 0 ? null : (
        <div className="grid gap-1 text-caption">
          <p>{t('dropped', { count: dropped.length })}</p>
          <ul className="grid gap-1 ps-3 text-muted">
            {dropped.map(({ key, label, words }) => (
              <li key={key} lang={language} dir="auto">
                {t('paragraph', { label, words: shortened(words) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
