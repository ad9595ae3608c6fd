'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { VoteChoice } from '@/lib/domain/debate/view';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { OpinionFrame, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import { type EndWords, placedWords } from './axis-places';
import { AxisWords } from './axis-words';
import { DotCanvas } from './dot-canvas';
import { DotCircles, DotPaths } from './dots';
import { AS_SHAPES, drawnMap, isLargeMap, isNarrow, ON_CANVAS } from './drawn-map';
import { GroupNames, GroupOutlines } from './group-names';
import type { Lens, MarkName } from './marks';
import { OwnMark } from './own-mark';
import { aimAt, countOutside, type Size, seenAt, WHOLE } from './picture-layout';
import { useIsCopied } from './use-is-copied';
import type { useMapWords } from './use-map-words';
import { usePictureSize } from './use-picture-size';
import { useZoom } from './use-zoom';
import { numberOf, placeOf, type WalkPlace, walkedTo, walkOver } from './walk';
import { ZoomButtons } from './zoom-buttons';

interface OpinionPictureProps {
  shown: ShownOpinions;
  /** How the map was; null for how it is. */
  frame: OpinionFrame | null;
  lens: Lens;
  votes: readonly (VoteChoice | null)[] | null;
  marks: readonly MarkName[];
  ends: EndWords;
  forSide: ForSide;
  words: ReturnType<typeof useMapWords>;
  /** What it shows, in a sentence. */
  summary: string;
  /** What else is pressed right under the picture, beside what looks closer. */
  children: ReactNode;
}

const CLASS_SIZE: Size = { width: 776, height: 560 };
const LARGE_SIZE: Size = { width: 1136, height: 640 };

/** People as dots where their votes put them, groups as outlines; to look closer at, and to walk over by keys. */
export function OpinionPicture(props: OpinionPictureProps) {
  const { shown, frame, marks, ends, forSide, words, summary, children } = props;
  const { t } = words;
  const id = useId();
  const isLarge = isLargeMap(shown.dots.length);
  const surface = useRef<HTMLDivElement>(null);
  const holder = useRef<SVGGElement>(null);
  const size = usePictureSize(surface, isLarge ? LARGE_SIZE : CLASS_SIZE);
  const zoom = useZoom(surface, size);
  const { whole } = zoom;
  const picture = useRef<SVGSVGElement>(null);
  // A file holds the whole map, however close one looks at it here.
  const viewport = useIsCopied(picture) ? WHOLE : zoom.viewport;
  // A replay is seen from its beginning to its end, wherever one looked before.
  const isReplay = frame !== null;
  useEffect(() => {
    if (!isReplay) return;
    whole();
    surface.current?.scrollIntoView({ block: 'nearest' });
  }, [isReplay, whole]);
  const present = useMemo(() => drawnMap(shown, null, size), [shown, size]);
  const map = useMemo(() => (frame ? drawnMap(shown, frame, size) : present), [shown, frame, size, present]);
  const walk = useMemo(
    () => (frame ? walkOver(frame.dots, frame.groups) : walkOver(shown.dots, shown.groups)),
    [shown, frame],
  );
  const own = shown.own?.dot ?? null;
  const [wanted, setPerson] = useState<number | null>(null);
  // Whoever comes back goes on from where they were; meanwhile nobody is pointed at.
  const [isWalking, setIsWalking] = useState(false);
  // Who is not there yet at the time that is replayed cannot be pointed at.
  const place = useMemo(() => placeOf(walk, wanted), [walk, wanted]);
  const person = place === null ? null : wanted;

  const asShapes = shown.dots.length <= AS_SHAPES;
  const onCanvas = shown.dots.length > ON_CANVAS;
  const pad = map.radius + (isLarge ? 5 : isNarrow(size) ? 8 : 12);
  const screen = useMemo(() => map.points.map((point) => point && seenAt(viewport, point)), [map, viewport]);
  const near = useMemo(() => screen.flatMap((point) => point ?? []), [screen]);
  const at = (index: number | null) => (index === null ? null : (screen[index] ?? null));
  const [ownAt, personAt, middle] = [at(own), at(person), seenAt(viewport, map.origin)];
  const hasWords = !isNarrow(size);
  // Closer up, the ends of the picture are no ends of the map.
  const hasEnds = hasWords && viewport.zoom === 1;
  // Where they stand beside the map that is replayed, too: words do not jump while people move.
  const placed = useMemo(
    () =>
      hasEnds
        ? placedWords(
            ends,
            size,
            present.points.flatMap((point) => point ?? []),
            pad,
          )
        : [],
    [hasEnds, ends, size, present, pad],
  );
  const outside = countOutside(map.points, viewport, size);

  const aim = () => aimAt(screen, [person, own], size);
  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom.nearer(aim());
    else if (event.key === '-') zoom.further(aim());
    else if (event.key === '0') whole();
    else if (event.key === 'Escape') {
      if (person === null) return;
      setPerson(null);
    } else {
      const next = walkedTo(walk, place, event.key);
      if (next === null) return;
      const found = walk[next.part]?.dots[next.person] ?? null;
      setPerson(found);
      const point = found === null ? null : map.points[found];
      if (point) zoom.show(point);
    }
    event.preventDefault();
  };

  const told =
    place === null || person === null ? null : personWords(props, walk[place.part], place, person, own);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div
        className={`relative w-full overflow-hidden rounded border border-hairline ${isLarge ? 'aspect-[1136/640]' : 'aspect-[776/560]'} max-sm:aspect-[350/340]`}
      >
        {onCanvas ? (
          <DotCanvas
            points={map.points}
            marks={marks}
            outlines={map.groups.filter(({ hasOutline }) => hasOutline).map(({ corners }) => corners)}
            pad={pad}
            radius={map.radius}
            forSide={forSide}
            viewport={viewport}
            size={size}
            holder={holder}
          />
        ) : null}
        <svg
          ref={picture}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-labelledby={`${id}-t`}
          aria-describedby={`${id}-d`}
          className="absolute inset-0 block size-full"
        >
          <title id={`${id}-t`}>{t('title')}</title>
          <desc id={`${id}-d`}>{summary}</desc>
          <GroupOutlines groups={map.groups} viewport={viewport} pad={pad} isFilled={!onCanvas} />
          <path
            d={`M0 ${middle.y}H${size.width}M${middle.x} 0V${size.height}`}
            stroke="var(--color-control)"
            strokeDasharray="1 3"
          />
          {asShapes ? (
            <DotCircles
              points={screen}
              marks={marks}
              radius={map.radius}
              forSide={forSide}
              moves={frame !== null}
            />
          ) : (
            <g ref={holder} transform={`translate(${viewport.x} ${viewport.y}) scale(${viewport.zoom})`}>
              {onCanvas ? null : (
                <DotPaths points={map.points} marks={marks} radius={map.radius} forSide={forSide} />
              )}
            </g>
          )}
          <AxisWords placed={placed} language={words.language} />
          <GroupNames
            groups={map.groups}
            viewport={viewport}
            pad={pad}
            points={near}
            taken={placed.map(({ box }) => box)}
            size={size}
            people={hasWords ? words.people : String}
          />
          {outside > 0 ? (
            <text
              x={size.width - 12}
              y={size.height - 10}
              textAnchor="end"
              fontSize="12"
              fill="var(--color-muted)"
            >
              {t('outside', { count: outside })}
            </text>
          ) : null}
          {ownAt ? (
            <OwnMark at={ownAt} radius={map.radius} word={t('you')} others={near} size={size} />
          ) : null}
          {personAt && isWalking ? (
            <circle
              data-control=""
              cx={personAt.x}
              cy={personAt.y}
              r={Math.max(9, map.radius + 7)}
              fill="none"
              stroke="var(--color-ink)"
              strokeWidth="2"
              strokeDasharray="3 2"
            />
          ) : null}
        </svg>
        <div
          ref={surface}
          role="slider"
          tabIndex={0}
          aria-label={t('walk.name')}
          aria-describedby={`${id}-k`}
          aria-valuemin={0}
          aria-valuemax={near.length}
          aria-valuenow={numberOf(walk, person)}
          aria-valuetext={told ?? t('walk.nobody')}
          onKeyDown={handleKey}
          onFocus={() => setIsWalking(true)}
          onBlur={() => setIsWalking(false)}
          {...zoom.drag}
          className={`no-print absolute inset-0 scroll-my-20 rounded -outline-offset-2 ${viewport.zoom > 1 ? 'touch-none cursor-grab active:cursor-grabbing' : 'touch-pan-x touch-pan-y'}`}
        />
        <span id={`${id}-k`} className="sr-only">
          {t('walk.how')}
        </span>
        {told === null || !isWalking ? null : (
          <p
            aria-hidden="true"
            className="no-print pointer-events-none absolute start-2 bottom-2 rounded border border-hairline bg-raised px-2 py-1 text-caption"
          >
            {told}
          </p>
        )}
      </div>
      <div className="no-print flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        {children}
        <ZoomButtons
          zoom={viewport.zoom}
          onNearer={() => zoom.nearer(aim())}
          onFurther={() => zoom.further(aim())}
          onWhole={whole}
        />
      </div>
    </div>
  );
}

/** Whom the keys have come to: by group and number, and what the lens shows there, which is of their neighbours. Nobody has a name. */
function personWords(
  { shown, lens, votes, words: { t, stance } }: OpinionPictureProps,
  part: ReturnType<typeof walkOver>[number] | undefined,
  place: WalkPlace,
  person: number,
  own: number | null,
): string {
  const where = t('walk.place', {
    kind: part?.kind ?? 'all',
    letter: part?.letter ?? '',
    number: place.person + 1,
    count: part?.dots.length ?? 0,
  });
  const dot = shown.dots[person];
  const what: string[] = [];
  if (lens === 'stance')
    what.push(
      typeof dot?.stance === 'number' ? t('walk.stance', { stance: stance(dot.stance) }) : t('walk.noStance'),
    );
  if (lens === 'votes' && votes !== null) {
    const vote = votes[person] ?? null;
    what.push(vote === null ? t('walk.noVote') : t('walk.vote', { vote }));
  }
  if (person === own) what.push(t('walk.you'));
  return [where, ...what].join('; ');
}
