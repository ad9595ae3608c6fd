import { useTranslations } from 'next-intl';
import type { AnswerPart } from './answer-parts';
import { type EndWords, LINE, type PlacedWords } from './axis-places';
import { ClaimWords } from './claim-words';
import { ENDS } from './use-map-words';

/** What lies further left, right, up and down, at the ends of the picture. */
export function AxisWords({ placed, language }: { placed: readonly PlacedWords[]; language: string }) {
  const t = useTranslations('opinions.map.further');
  return placed.map(({ end, lines, x, y, anchor }) => (
    <text
      key={end}
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize="13"
      fill="var(--color-muted)"
      stroke="var(--color-paper)"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      <tspan fontWeight="600" fill="var(--color-ink)">
        {t(end)}
      </tspan>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that is laid out as a whole
        <tspan key={index} x={x} dy={LINE}>
          {line.map(({ text, isClaim }) =>
            isClaim ? (
              <tspan key={text} lang={language} style={{ unicodeBidi: 'isolate' }}>
                {text}
              </tspan>
            ) : (
              text
            ),
          )}
        </tspan>
      ))}
    </text>
  ));
}

/** The same where the picture is too narrow for words. */
export function AxisList({
  ends,
  language,
  className,
}: {
  ends: EndWords;
  language: string;
  className: string;
}) {
  const t = useTranslations('opinions.map.further');
  return (
    <dl className={`${className} grid-cols-[auto_minmax(0,1fr)] wrap-anywhere gap-x-3 gap-y-1.5 text-ui`}>
      {ENDS.map((end) => {
        const parts = ends[end];
        return parts === null ? null : (
          <div key={end} className="contents">
            <dt className="font-strong">{t(end)}</dt>
            <dd className="text-muted">
              <PartWords parts={parts} language={language} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Words of the page and of claims, the latter in their own language and direction. */
export function PartWords({ parts, language }: { parts: readonly AnswerPart[]; language: string }) {
  return parts.map(({ text, isClaim }) =>
    isClaim ? (
      <ClaimWords key={text} language={language}>
        {text}
      </ClaimWords>
    ) : (
      text
    ),
  );
}
