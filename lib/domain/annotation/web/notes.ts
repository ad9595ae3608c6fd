import type { AnnotationKind } from '../../debate/view';
import type { WebAnnotation, WebBody, WebSelector } from './web-annotation';

/** Between notes of ours and Web Annotations: what a note is, without the room and the database around it. */

/** What a note is about. Offsets are code points. */
export type NoteTarget =
  | {
      type: 'passage';
      /** Of the text that it stands in. */
      source: string;
      exact: string;
      prefix: string;
      suffix: string;
      start: number | null;
      end: number | null;
    }
  /** A claim, a relation, a whole text. */
  | { type: 'whole'; iri: string }
  | { type: 'note'; iri: string };

export interface PortableNote {
  iri: string;
  kind: AnnotationKind;
  /** Markdown. */
  body: string;
  language: string | null;
  tags: readonly string[];
  /** The name that the author goes by in the room; never that of an account. */
  alias: string | null;
  createdAt: string | null;
  editedAt: string | null;
  target: NoteTarget;
}

/** Kinds that a motivation says by itself; the others are classified. */
const MOTIVATION_OF: Record<AnnotationKind, string> = {
  comment: 'commenting',
  question: 'questioning',
  evidence: 'assessing',
  concern: 'assessing',
};

const KINDS: readonly AnnotationKind[] = ['comment', 'question', 'evidence', 'concern'];

export const motivationOf = ({ kind, target }: PortableNote): string =>
  target.type === 'note' ? 'replying' : MOTIVATION_OF[kind];

/** Whether the motivation leaves the kind open. */
export const needsClass = ({ kind, target }: PortableNote): boolean =>
  target.type === 'note' ? kind !== 'comment' : kind === 'evidence' || kind === 'concern';

/** Why an annotation cannot become a note. */
export type Unusable = 'no-words' | 'several-targets' | 'selector-unknown';

type Words = Extract<WebBody, { type: 'text' }>;

const isTag = ({ purposes }: WebBody): boolean => purposes.includes('tagging');
const isClass = (body: Words): boolean =>
  body.purposes.includes('classifying') && KINDS.some((kind) => kind === body.value);

function kindOf({ motivations }: WebAnnotation, classes: readonly Words[]): AnnotationKind {
  const named = KINDS.find((kind) => kind === classes[0]?.value);
  if (named) return named;
  return motivations.includes('questioning') ? 'question' : 'comment';
}

/**
 * What an annotation says as a note, or why it is none of ours to take.
 * @param asMarkdown turns a body of a media type into Markdown
 */
export function noteOf(
  annotation: WebAnnotation,
  asMarkdown: (value: string, format: string | null) => string,
): PortableNote | Unusable {
  const texts = annotation.bodies.filter((body): body is Words => body.type === 'text');
  const classes = texts.filter(isClass);
  const words = texts.filter((body) => !isTag(body) && !isClass(body));
  const links = annotation.bodies.flatMap((body) =>
    body.type === 'resource' && !isTag(body) ? [`<${body.iri}>`] : [],
  );
  const body = [...words.map(({ value, format }) => asMarkdown(value, format)), ...links]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  if (body === '') return 'no-words';
  const target = targetOf(annotation);
  if (typeof target === 'string') return target;
  return {
    iri: annotation.id,
    kind: kindOf(annotation, classes),
    body,
    language: words[0]?.language ?? null,
    tags: texts.filter(isTag).map(({ value }) => value),
    alias: annotation.creator?.name ?? null,
    createdAt: annotation.created,
    editedAt: annotation.modified,
    target,
  };
}

function targetOf({ targets, motivations }: WebAnnotation): NoteTarget | Unusable {
  const [first, ...more] = targets;
  if (!first || more.length > 0) return 'several-targets';
  const { iri, selectors } = first;
  if (selectors.length === 0)
    return motivations.includes('replying') ? { type: 'note', iri } : { type: 'whole', iri };
  const quote = selectors.find(isOf('quote'));
  const position = selectors.find(isOf('position'));
  if (!quote && !position) return 'selector-unknown';
  return {
    type: 'passage',
    source: iri,
    exact: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    start: position?.start ?? null,
    end: position?.end ?? null,
  };
}

const isOf =
  <T extends WebSelector['type']>(type: T) =>
  (selector: WebSelector): selector is Extract<WebSelector, { type: T }> =>
    selector.type === type;
